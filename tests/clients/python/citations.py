"""Reads RIS with rispy and BibTeX with bibtexparser; a line of JSON for each file that is named."""

import json
import sys


def ris(path):
    import rispy

    with open(path, encoding="utf-8") as file:
        records = rispy.load(file)
    unknown = [f"{record['id']}: {record['unknown_tag']}" for record in records if "unknown_tag" in record]
    works = {r["id"]: {"title": r["title"], "doi": r.get("doi"), "authors": len(r.get("authors", []))} for r in records}
    return {"count": len(records), "works": works, "problems": unknown}


def bib(path):
    from bibtexparser import parse_file
    from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

    library = parse_file(path, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    works = {}
    for entry in library.entries:
        fields = {field.key: field.value for field in entry.fields}
        works[entry.key] = {"title": fields["title"], "doi": fields.get("doi"), "authors": len(fields.get("author", []))}
    failed = [f"line {block.start_line}: {block.error}" for block in library.failed_blocks]
    return {"count": len(library.entries), "works": works, "problems": failed}


for name in sys.argv[1:]:
    read = ris if name.endswith(".ris") else bib
    print(json.dumps({"file": name, **read(name)}))
