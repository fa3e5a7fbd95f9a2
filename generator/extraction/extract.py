"""The facts of one article: a pure function of its text and the lexicons. Each line is one kind of fact."""

from __future__ import annotations

from generator.extraction.clauses import ArticleText
from generator.extraction.rules.awards import awards
from generator.extraction.rules.documents import documents
from generator.extraction.rules.events import event
from generator.extraction.rules.figures import figures
from generator.extraction.rules.people import people
from generator.extraction.rules.ratings import ratings
from generator.model.article import Article
from generator.model.facts import Facts


def extract(article: Article) -> Facts:
    """All facts of ``article``, each with evidence in ``article.text``. Never raises on any text."""
    text = ArticleText(article)
    held = event(text)
    found_people = people(text)
    found_awards = awards(text, found_people)
    found_ratings = ratings(text, [span for one in found_awards for span in one.evidence])
    found_documents = documents(text, article.published)
    told = (*found_awards, *found_ratings, *found_documents, *(() if held is None else (held,)))
    years = () if held is None or held.date is None else (int(held.date[:4]),)
    return Facts(
        event=held,
        years=years,
        awards=found_awards,
        ratings=found_ratings,
        people=found_people,
        documents=found_documents,
        figures=figures(text, [span for one in told for span in one.evidence], years[-1] if years else None),
    )
