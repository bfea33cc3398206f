"""argon2id with the library's own profile, and no shortcut where there is no secret (G57)."""

from time import thread_time

from reference_impl.hashing import Hasher


def test_argon2id_and_no_two_hashes_alike(hasher):
    first, second = hasher.hash("secret"), hasher.hash("secret")
    assert first.startswith("$argon2id$")
    assert first != second
    assert hasher.matches(first, "secret")
    assert not hasher.matches(first, "Secret")


def test_nobody_s_secret_is_never_matched(hasher):
    assert not hasher.matches(None, "nobody's secret")


def test_the_profile_is_the_library_s():
    assert "$m=65536,t=3,p=4$" in Hasher().hash("secret")


def test_nobody_costs_as_much_as_somebody():
    hasher = Hasher()
    kept = hasher.hash("secret")
    spent = []
    for target in (kept, None):
        begun = thread_time()
        for _ in range(3):
            hasher.matches(target, "wrong")
        spent.append(thread_time() - begun)
    assert spent[1] > spent[0] / 10
