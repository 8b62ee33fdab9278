"""``python -m seo_fr``."""

from seo_fr.cli import main

if __name__ == "__main__":
    main()
