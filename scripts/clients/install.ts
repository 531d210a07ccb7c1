import { installFromDebian } from "../debian.ts"

// The editors that `npm run test:clients` drives: about 200 MB.
installFromDebian({
  "/usr/bin/nvim": "neovim",
  "/usr/bin/emacs": "emacs-nox",
  "/usr/share/emacs/site-lisp/elpa-src/eglot-1.9/eglot.el": "elpa-eglot",
  "/usr/bin/kate-syntax-highlighter": "libkf5syntaxhighlighting-tools",
})
