"""What all pages share: the theme's layout, our templates, styles, scripts and pictures, and the policy of a page.

Below `pages`, which are written with it, and the hook, which hands in what the theme rendered.
"""
