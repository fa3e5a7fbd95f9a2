"""Messages for wrong usage, in the program's languages; click's own are English unless its translations are installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches

import click

from generator.messages import Listed, Message, message


class WrongUsageError(click.UsageError):
    """Wrong usage with its own message, ``words``."""

    def __init__(self, words: Message, context: click.Context | None = None) -> None:
        super().__init__(str(words), context)
        self.words = words


class NoCommandError(WrongUsageError):
    """Unknown command."""

    def __init__(self, name: str, known: Sequence[str], context: click.Context) -> None:
        super().__init__(_near("command", name, known), context)


class SurplusError(WrongUsageError):
    """Surplus arguments."""

    def __init__(self, surplus: Sequence[str], context: click.Context) -> None:
        super().__init__(message("usage.surplus", n=len(surplus), words=Listed(tuple(surplus), " ")), context)


class OneOf(click.ParamType):  # type: ignore[type-arg] # only newer versions of click have them
    """Choice among names that are computed when needed."""

    name = "choice"

    def __init__(self, names: Callable[[], Sequence[str]]) -> None:
        self.names = names

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return ``value`` if it is one of the names."""
        if value not in self.names():
            self.fail(str(message("usage.none_of", value=value, names=Listed(tuple(self.names())))), param, ctx)
        return value


def usage_words(error: click.UsageError) -> Message:
    """Return the error message, with the command for help."""
    command = error.ctx.command_path if error.ctx else "kyyeu"
    return message("usage.see_help", error=_wrong(error), command=command)


def _wrong(error: click.UsageError) -> object:
    if isinstance(error, WrongUsageError):
        return error.words
    if isinstance(error, click.NoSuchOption):
        return _near("option", error.option_name, _options(error.ctx))
    if isinstance(error, click.BadOptionUsage):
        flag = any(
            error.option_name in parameter.opts and parameter.is_flag
            for parameter in _parameters(error.ctx)
            if isinstance(parameter, click.Option)
        )
        return message("usage.value_for_flag" if flag else "usage.no_value", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return message("usage.missing", name=_name(error))
    if isinstance(error, click.BadParameter):
        return message("usage.bad_value", name=_name(error), reason=error.message)
    if error.ctx is not None and isinstance(error.ctx.command, click.Group):
        return message("usage.command_missing")
    return error.format_message().rstrip(".")


def _name(error: click.BadParameter) -> str:
    """Return the argument, or the longest name of the option."""
    if error.param is None or error.ctx is None:
        return str(error.param_hint or "")
    return error.param.make_metavar(error.ctx) if isinstance(error.param, click.Argument) else max(error.param.opts, key=len)


def _near(kind: str, name: str, known: Sequence[str]) -> Message:
    near = get_close_matches(name, known, 1)
    return message(f"usage.no_{kind}_near", name=name, near=near[0]) if near else message(f"usage.no_{kind}", name=name)


def _parameters(context: click.Context | None) -> Sequence[click.Parameter]:
    return context.command.params if context is not None else ()


def _options(context: click.Context | None) -> list[str]:
    return [name for parameter in _parameters(context) if isinstance(parameter, click.Option) for name in parameter.opts]
