"""The site as a browser sees it: views that parse, call and answer; forms, templates, style and script."""
