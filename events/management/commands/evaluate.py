"""``manage.py evaluate``: how accurate the engine is on annotated articles; needs no database and no broker."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from events.extraction.command.progress import INTERRUPTED, Progress
from events.extraction.evaluation.annotations import AnnotationError
from events.extraction.evaluation.article_files import own_corpus, read_articles, refuse_counting_only, row_names
from events.extraction.evaluation.articles import AnnotatedArticle
from events.extraction.evaluation.report import report_json, report_text
from events.extraction.evaluation.run import EvaluatedArticle, evaluate


class Command(BaseCommand):
    help = "Evaluate the engine on annotated articles, without FILE on the project's own (tests/extraction/corpus)."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="annotated articles, JSON lines")
        parser.add_argument("--by", default="file", metavar="FIELD", help="a row for each file, lang, source, kind …")
        parser.add_argument("--errors", action="store_true", help="list what is missed, spurious or has a wrong value")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            evaluated = _evaluate(options["files"] or own_corpus(), errors=options["errors"])
            report = report_json(options["by"], evaluated, errors=options["errors"])
        except AnnotationError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self.stderr.write("\nStopped.")
            sys.exit(INTERRUPTED)
        self.stdout.write(json.dumps(report, ensure_ascii=False) if options["json"] else report_text(report))


def _evaluate(files: list[Path], *, errors: bool) -> list[EvaluatedArticle]:
    """Evaluate the files; all of them are checked before the engine begins, so that errors in them show at once."""
    if errors:
        refuse_counting_only(files, "nobody reads its errors")
    articles = [article for path, name in row_names(files).items() for article in read_articles(path, name)]
    progress = Progress(sum(_size(article) for article in articles))
    evaluated = evaluate(articles, done=lambda article: progress.step(_size(article)))
    progress.close()
    return evaluated


def _size(article: AnnotatedArticle) -> int:
    return len(article.body.encode())
