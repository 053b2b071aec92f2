"""python -m sad_desktop."""

import sys

from sad_desktop.commands import main

sys.exit(main())
