"""python -m sad_desktop: the window, or with a word after it a command."""

import gc
import sys


def main() -> int:
    """Open the window, or run the command the arguments name; return the exit status."""
    if len(sys.argv) > 1:
        from sad_desktop.commands import main as command

        return command()
    # start-up cost: what is made before the first paint stays, no garbage is looked for in it
    gc.disable()
    from sad_desktop.errors import UserError
    from sad_desktop.launch import run_window
    from sad_desktop.paths import default_paths

    try:
        return run_window(default_paths(), profile=None, on=None)
    except UserError as error:
        if sys.stderr is not None:  # there is none in a windowed program of Windows
            sys.stderr.write(f"{error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
