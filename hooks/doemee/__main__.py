"""`python -m doemee` is `doemee`."""

import sys

from surroundings import main

sys.exit(main())
