"""The verdict in one sentence, and what a reader must know before relying on it: the same in the page and in CI."""

from collections import Counter
from collections.abc import Iterator

from reports.basis import told
from reports.facts import RunHeader
from reports.judgement import Judgement
from reports.verdict import RunVerdict, Verdict


def sentence(judgement: Judgement, target: str) -> str:
    """What it says of ``target``, name and version as the reader is to see them; its numbers are those of the table."""
    found = Counter(result.verdict for result in judgement.requirements)
    total = len(judgement.requirements)
    if judgement.verdict is RunVerdict.NON_CONFORME:
        broken = found[Verdict.NON_CONFORME]
        told_broken = f"{_many(broken, 'exigence')} sur {total} {_are(broken)} enfreinte{_s(broken)}"
        return f"{target} n'est pas conforme : {told_broken}."
    if judgement.verdict is RunVerdict.INCOMPLET:
        left = _left(found)
        return (
            f"On ne peut pas conclure sur {target} : rien n'est enfreint, mais {_many(left, 'exigence')}"
            f" sur {total} {'restent' if left > 1 else 'reste'} sans réponse."
        )
    kept = found[Verdict.CONFORME]
    return f"{target} est conforme : {_many(kept, 'exigence')} sur {total} {_are(kept)} respectée{_s(kept)}."


def remarks(judgement: Judgement, header: RunHeader) -> Iterator[str]:
    """What limits the verdict, then what else is to be read."""
    found = Counter(result.verdict for result in judgement.requirements)
    yield from _limits(header, found[Verdict.NON_APPLICABLE])
    if found[Verdict.AVERTISSEMENT]:
        yield f"{_many(found[Verdict.AVERTISSEMENT], 'avertissement')} à lire plus bas, sans effet sur le verdict."
    if _left(found) and judgement.verdict is RunVerdict.NON_CONFORME:
        yield f"{_many(_left(found), 'exigence')} sans réponse."
    if header.strict:
        yield "Essai strict : les avertissements comptent comme des infractions."
    if judgement.idle_waivers and not header.partial:
        ids = ", ".join(one.entry.id for one in judgement.idle_waivers)
        yield f"Le profil répond à une infraction que le site ne commet pas ({ids}) : ôter cette réponse de [waivers]."


def _limits(header: RunHeader, outside: int) -> Iterator[str]:
    """What was not to be judged; ``outside``: requirements out of the claimed scope."""
    for shard in header.missing_shards:
        yield f"La part {shard} de l'essai manque : ce qu'elle devait jouer n'est pas testé."
    if header.shard:
        yield f"Part {header.shard} d'un essai, à réunir avec les autres : le verdict ne vaut que pour elle."
    elif header.partial:
        yield "Essai partiel : seule une sélection de scénarios a été jouée, et le verdict ne vaut que pour elle."
    if header.scope:
        yield f"La cible ne revendique que : {told(header.scope)}. Le reste n'est pas jugé."
    if outside:
        yield f"{_many(outside, 'exigence')} hors de ce que la cible revendique."


def _left(found: Counter[Verdict]) -> int:
    return found[Verdict.NON_CONCLUANT] + found[Verdict.NON_TESTE]


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{_s(number)}"


def _s(number: int) -> str:
    return "s" if number > 1 else ""


def _are(number: int) -> str:
    return "sont" if number > 1 else "est"
