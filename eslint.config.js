// The rules for the scripts: those of ESLint and, with the types of JSDoc, the strict ones of typescript-eslint.

import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

const LONGEST = 120;

export default defineConfig(
  { ignores: ["site/", ".site-*/", ".venv/"] },
  js.configs.recommended,
  { rules: { "max-len": ["error", { code: LONGEST }] } },
  {
    files: ["overrides/assets/**/*.js"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  { files: ["*.config.js", "tests/**/*.mjs"], languageOptions: { globals: globals.node } },
);
