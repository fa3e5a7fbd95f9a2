"""Commands whose help text is looked up when shown: click creates commands at import, before the language is known.

The words are in ``generator/messages/``: ``commands.NAME.short``, ``.help`` and ``.options.OPTION`` of each command, and
``commands.metavars`` for what means a value. What click would say itself is in :mod:`generator.cli.usage`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from generator.cli.usage import NoCommandError, SurplusError
from generator.messages import message

#: A command line to show, and the key of its explanation below ``commands.NAME.examples``, if it needs one.
Example = tuple[str, str | None]


class Option(click.Option):
    """An option whose help is at ``commands.COMMAND.options.NAME``, or below ``commands.options`` if it is one of every command;
    ``values`` makes the values of its placeholders."""

    def __init__(
        self, *names: Any, every_command: bool = False, values: Callable[[], Mapping[str, object]] | None = None, **settings: Any
    ) -> None:
        super().__init__(*names, **settings)
        self.every_command = every_command
        self.values = values

    def make_metavar(self, ctx: click.Context | None = None) -> str:  # noqa: ARG002 (click's signature)
        """Return the placeholder for the value."""
        return str(message(f"commands.metavars.{self.name}"))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the names and the description of the option."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        where = "commands" if self.every_command else f"commands.{ctx.command.name}"
        words = str(message(f"{where}.options.{self.name}", **(self.values() if self.values else {})))
        return record[0], words if not self.show_default else f"{words}  {message('commands.default', value=self.default)}"


class Argument(click.Argument):
    """An argument whose name in usage lines is at ``commands.metavars.NAME``."""

    def make_metavar(self, ctx: click.Context | None = None) -> str:  # noqa: ARG002 (click's signature)
        """Return the placeholder for the value."""
        name = f"{message(f'commands.metavars.{self.name}')}{'...' if self.nargs != 1 else ''}"
        return name if self.required else f"[{name}]"


def option(*names: str, **settings: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add an :class:`Option` to a command."""
    return click.option(*names, cls=Option, **settings)


def argument(name: str, **settings: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add an :class:`Argument` to a command."""
    return click.argument(name, cls=Argument, **settings)


class Command(click.Command):
    """A command with ``examples``. Its help comes from the message files, not from its docstring."""

    allow_extra_args = True  # so that it is us who say that there is one too many

    def __init__(self, name: str | None, *, examples: Sequence[Example] = (), **settings: Any) -> None:
        super().__init__(name, **settings)
        self.add_help_option = False  # it has words of its own
        self.examples = examples
        self.params.append(
            Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, every_command=True)
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, and refuse surplus ones."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # so that it is known of which command the option is
            raise
        if ctx.args and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise SurplusError(ctx.args, ctx)
        return rest

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 (click's signature)
        """Return the short description for the list of commands."""
        return str(message(f"commands.{self.name}.short"))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        pieces = [piece for parameter in self.get_params(ctx) for piece in parameter.get_usage_pieces(ctx)]
        return [str(message("commands.metavars.options")), *pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{message('commands.headings.usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the description of the command."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text("\n\n".join(str(message(f"commands.{self.name}.help")).split("\n")))
        if self.examples:
            with formatter.section(str(message("commands.headings.examples"))):
                for line, key in self.examples:
                    explained = f"{line:<33} {message(f'commands.{self.name}.examples.{key}')}" if key else line
                    formatter.write_text(f"\b\n{explained}")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (get_param for get_param in self.get_params(ctx) if isinstance(get_param, Option))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(str(message("commands.headings.options"))):
            formatter.write_dl(records)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write nothing: the usage line and the text name the arguments."""


class Group(Command, click.Group):
    """The program: a command that has commands. ``places`` names each with its module of ``generator.cli``, loaded when it is needed."""

    def __init__(self, name: str | None, *, places: Mapping[str, str], **settings: Any) -> None:
        super().__init__(name, **settings)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Return the names of the commands, sorted."""
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the command, or return None where there is none of that name."""
        if cmd_name not in self.places:
            return None
        command = getattr(import_module(f"generator.cli.{self.places[cmd_name]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        return [*super().collect_usage_pieces(ctx)[:1], str(message("commands.metavars.command"))]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, the commands, and the exit codes."""
        Command.format_options(self, ctx, formatter)
        with formatter.section(str(message("commands.headings.commands"))):
            formatter.write_dl([(name, str(message(f"commands.{name}.short"))) for name in self.list_commands(ctx)])
        with formatter.section(str(message("commands.headings.exit_codes"))):
            formatter.write_text(str(message("commands.exit_codes")))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say that there is none of that name."""
        name = str(args[0])
        if not name.startswith("-") and name not in self.places and not ctx.resilient_parsing:
            raise NoCommandError(name, self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)


def _show_help(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()
