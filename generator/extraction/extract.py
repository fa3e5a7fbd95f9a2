"""The facts of an article: a pure function of its text and the lexicons. Each line extracts one kind of fact."""

from __future__ import annotations

from generator.extraction.awards.article import awards
from generator.extraction.awards.qualities.decisions import with_decisions
from generator.extraction.certainty.judging import judged
from generator.extraction.clauses import ArticleText
from generator.extraction.documents.article import documents
from generator.extraction.events.appraisal_years import years
from generator.extraction.events.article import event
from generator.extraction.events.hosts import hosts
from generator.extraction.events.spans import with_last_day
from generator.extraction.events.units import units
from generator.extraction.figures.article import figures
from generator.extraction.limits import within_limits
from generator.extraction.people.article import people
from generator.extraction.ratings.article import ratings
from generator.extraction.respacing import carried_back, respaced
from generator.extraction.trimming import trimmed
from generator.model.article import Article
from generator.model.facts import AwardStatus, Facts


def extract(article: Article) -> Facts:
    """Return all facts of ``article``, each with evidence in ``article.text``; those likely to be wrong are marked as not sure.

    Never raises on any text.
    """
    return judged(*unweighed(article))


def unweighed(article: Article) -> tuple[ArticleText, Facts]:
    """Return the article's text in the offsets of its facts' evidence, and the facts before certainty is judged."""
    readable, back = respaced(article)
    text = ArticleText(readable)
    facts = _facts(text)
    if back is None:
        return text, trimmed(facts, article.text)
    return ArticleText(article), trimmed(carried_back(facts, back), article.text)


def _facts(text: ArticleText) -> Facts:
    held = with_last_day(event(text), text)
    found_people = people(text)
    found_documents = documents(text, text.article.published)
    found_awards = with_decisions(awards(text, found_people), found_documents, text)
    found_ratings = ratings(text, [span for award in found_awards for span in award.evidence], held)
    found_years = years(text, held, found_awards, found_ratings)
    explained = (*found_awards, *found_ratings, *found_documents, *(() if held is None else (held,)))
    return within_limits(
        Facts(
            event=held,
            units=units(text, hosts(text, held), found_awards),
            years=found_years,
            awards=found_awards,
            ratings=found_ratings,
            people=found_people,
            documents=found_documents,
            figures=figures(
                text,
                [span for fact in explained for span in fact.evidence],
                found_years[-1] if found_years else None,
                honours=any(award.status is AwardStatus.GRANTED for award in found_awards),
            ),
        )
    )
