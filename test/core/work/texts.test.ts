import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ATTACHMENT_TYPES,
  type AttachmentType,
  attachmentName,
  checkFile,
} from "#core/work/attachments.ts";
import { manyLines, oneLine, orNull } from "#core/work/clean-text.ts";
import { parseEmail } from "#core/work/email-address.ts";
import { MAX_ATTACHMENT_BYTES } from "#core/work/limits.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: fc.constantFrom("a", "\u0000", "\ud800", "\n", "\r", " ", "/", "\\", ".") }),
);

describe("what a person typed", () => {
  it("is kept without what a database or a header would choke on", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029]|^\s|\s$/u);
        expect(manyLines(text)).not.toMatch(/[^\P{Cc}\n\t]|^\s|\s$/u);
        expect(oneLine(text).isWellFormed() && manyLines(text).isWellFormed()).toBe(true);
      }),
    );
  });

  it("keeps its lines where it may have several", () => {
    expect(manyLines(" a\r\nb\rc\n ")).toBe("a\nb\nc");
    expect(oneLine("Assunto\r\nBcc: x@y.com")).toBe("Assunto Bcc: x@y.com");
  });

  it("is nothing when there is nothing to read", () => {
    for (const empty of [undefined, null, "", " \n\t"]) expect(orNull(empty)).toBeNull();
  });
});

describe("an e-mail address", () => {
  it.each([
    ["ana@provedor.com.br", "ana@provedor.com.br"],
    [" Ana.Souza+boletos@Provedor.COM.BR ", "Ana.Souza+boletos@provedor.com.br"],
    ["a@b.co", "a@b.co"],
    ["x@xn--provedr-j2a.com", "x@xn--provedr-j2a.com"],
  ])("is read: %j", (text, address) => {
    expect(parseEmail(text)).toBe(address);
  });

  it.each([
    "",
    "ana",
    "@b.com",
    "ana@",
    "ana@localhost",
    "ana@b..com",
    "ana@-b.com",
    "ana@b.c",
    ".ana@b.com",
    "ana.@b.com",
    "a..b@b.com",
    "ana@b.com, bia@b.com",
    "Ana <ana@b.com>",
    "ana@b.com\nBcc: bia@b.com",
    "ana souza@b.com",
    "ana@10.0.0.1",
    `${"a".repeat(65)}@b.com`,
  ])("is not read: %j", (text) => {
    expect(parseEmail(text)).toBeUndefined();
  });

  it("never holds what could begin another address or header", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), anyText), (text) => {
        expect(parseEmail(text) ?? "").not.toMatch(/[\s,;:<>"()\p{Cc}]/u);
      }),
    );
  });
});

describe("a file", () => {
  const types = Object.keys(ATTACHMENT_TYPES) as AttachmentType[];

  it("is taken by its type and size", () => {
    for (const mediaType of types) {
      const sizeBytes = MAX_ATTACHMENT_BYTES;
      expect(checkFile({ mediaType, sizeBytes })).toMatchObject({ ok: true, value: mediaType });
    }
  });

  it.each([
    [{ mediaType: "application/pdf", sizeBytes: 0 }, "attachment_empty"],
    [{ mediaType: "application/pdf", sizeBytes: MAX_ATTACHMENT_BYTES + 1 }, "attachment_too_large"],
    [{ mediaType: "text/html", sizeBytes: 1 }, "attachment_type_refused"],
    [{ mediaType: "toString", sizeBytes: 1 }, "attachment_type_refused"],
    [{ mediaType: null, sizeBytes: 1 }, "attachment_type_refused"],
  ])("%j is refused: %s", (file, code) => {
    expect(checkFile(file)).toMatchObject({ ok: false, refusal: { code } });
  });

  it("has a name that is no path, no command and never empty", () => {
    expect(attachmentName("../../etc/passwd", "text/plain")).toBe("passwd");
    expect(attachmentName("C:\\x\\contrato assinado.pdf", "application/pdf")).toBe(
      "contrato assinado.pdf",
    );
    expect(attachmentName("a/", "image/png")).toBe("arquivo.png");
    fc.assert(
      fc.property(anyText, fc.constantFrom(...types), (text, type) => {
        const name = attachmentName(text, type);
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}. ][^/\\<>:"|?*\p{Cc}]*$/u);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(attachmentName(name, type)).toBe(name);
      }),
    );
  });
});
