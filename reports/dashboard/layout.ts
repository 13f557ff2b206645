import { type Html, html } from "../printables/html.ts";

export const STYLE_PATH = "/assets/dashboard.css";

/** A whole page. `head`: what one page needs beyond the others. */
export const document = (title: string, body: Html, head: Html | null = null): string =>
  html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${head}
<title>${title}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
${body}
</body>
</html>
`.markup;
