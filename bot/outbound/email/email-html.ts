import type { Email } from "./email.ts";

/** One column that any mail program shows; nothing of it is loaded from anywhere. */
export const emailHtml = ({ subject, body, footer }: Email): string => `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(subject)}</title></head>
<body style="margin:0;background:#f4f5f7">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;color:#1f2933;font:16px/1.5 Arial,Helvetica,sans-serif">
${paragraphs(body)}
<hr style="border:0;border-top:1px solid #d8dde3;margin:24px 0 12px">
<p style="margin:0;color:#52606d;font-size:13px">${footer.map(escaped).join("<br>")}</p>
</div></body></html>
`;

const paragraphs = (body: string): string =>
  body
    .split(/\n{2,}/)
    .map((text) => `<p style="margin:0 0 16px">${escaped(text).replaceAll("\n", "<br>")}</p>`)
    .join("\n");

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? "");
