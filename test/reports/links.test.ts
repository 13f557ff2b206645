import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLinks, isGoodLink, LINK_SECONDS, type LinkKind } from "#reports/links.ts";
import { createSessions, SESSION_SECONDS } from "#reports/security/sessions.ts";
import { agreementNumber, invoiceId, operatorId } from "#test/support/provider.ts";

const secret = Buffer.alloc(32, 1);
const publicUrl = "https://acordo.example/";
const NOW = Date.parse("2026-07-01T12:00:00Z");
const at = (ms: number) => ({ secret, publicUrl, now: () => ms });
const links = createLinks({ ...at(NOW), publicUrl: () => publicUrl });

const queryOf = (link: string) => Object.fromEntries(new URL(link).searchParams);
const good = (kind: LinkKind, subject: string, query: Record<string, unknown>, ms = NOW) =>
  isGoodLink(at(ms), { kind, subject, query });

describe("a signed link", () => {
  it("names the document in its path, and when it ends", () => {
    const link = links.invoice(invoiceId("F 8/81"));
    expect(link).toMatch(
      /^https:\/\/acordo\.example\/invoices\/F%208%2F81\.pdf\?expires=\d{10}&signature=[\w-]{43}$/,
    );
    expect(new URL(links.agreement(agreementNumber(12))).pathname).toBe("/agreements/12.pdf");
    expect(new URL(links.chart("outcome", "svg")).pathname).toBe("/charts/outcome.svg");
    expect(new URL(links.dashboard(operatorId("gil"))).pathname).toBe("/dashboard/open/gil");
  });

  it("opens its document until it ends, to the second", () => {
    const query = queryOf(links.invoice(invoiceId("F1")));
    const end = NOW + LINK_SECONDS.invoice * 1_000;
    expect(good("invoice", "F1", query)).toBe(true);
    expect(good("invoice", "F1", query, end - 1)).toBe(true);
    expect(good("invoice", "F1", query, end)).toBe(false);
  });

  it("opens no other document, and nothing of another kind", () => {
    const query = queryOf(links.agreement(agreementNumber(12)));
    expect(good("agreement", "12", query)).toBe(true);
    expect(good("agreement", "13", query)).toBe(false);
    expect(good("invoice", "12", query)).toBe(false);
    expect(good("dashboard", "12", query)).toBe(false);
  });

  it("cannot be widened: what it is narrowed to is signed too", () => {
    const query = queryOf(links.chart("outcome", "png", { operator: "ana", theme: "dark" }));
    expect(good("chart", "outcome.png", query)).toBe(true);
    const { operator: _, ...without } = query;
    expect(good("chart", "outcome.png", without)).toBe(false);
    expect(good("chart", "outcome.png", { ...query, operator: "bruno" })).toBe(false);
    expect(good("chart", "outcome.png", { ...query, city: "Recife" })).toBe(false);
    expect(good("chart", "outcome.png", { ...query, theme: ["dark", "light"] })).toBe(false);
    expect(good("chart", "outcome.csv", query)).toBe(false);
  });

  it("is worth nothing under another secret, nor when its end is moved", () => {
    const query = queryOf(links.invoice(invoiceId("F1")));
    const other = { ...at(NOW), secret: Buffer.alloc(32, 2) };
    expect(isGoodLink(other, { kind: "invoice", subject: "F1", query })).toBe(false);
    expect(good("invoice", "F1", { ...query, expires: "9999999999" })).toBe(false);
    for (const expires of ["", "1e10", " 9999999999", "99999999999", ["1", "2"]]) {
      expect(good("invoice", "F1", { ...query, expires })).toBe(false);
    }
    expect(good("invoice", "F1", {})).toBe(false);
  });

  it("is refused whatever character of its signature is another", () => {
    const query = queryOf(links.invoice(invoiceId("F1")));
    const { signature = "" } = query;
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.constantFrom(..."AZaz09-_=+ "), (at, char) => {
        const changed = signature.slice(0, at) + char + signature.slice(at + 1);
        fc.pre(changed !== signature);
        expect(good("invoice", "F1", { ...query, signature: changed })).toBe(false);
      }),
    );
    for (const wrong of [`${signature}=`, `${signature}A`, signature.slice(1), ""]) {
      expect(good("invoice", "F1", { ...query, signature: wrong })).toBe(false);
    }
  });

  it("opens only what it was made for, whatever the ids are", () => {
    const ids = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        fc.pre(one !== other && one.isWellFormed() && other.isWellFormed());
        const link = links.invoice(invoiceId(one));
        const path = new URL(link).pathname;
        expect(decodeURIComponent(path)).toBe(`/invoices/${one}.pdf`);
        expect(good("invoice", one, queryOf(link))).toBe(true);
        expect(good("invoice", other, queryOf(link))).toBe(false);
      }),
    );
  });
});

describe("a session", () => {
  const sessions = createSessions(at(NOW));
  const cookie = sessions.begin(operatorId("gil; é"));
  const value = cookie.split(";")[0] ?? "";

  it("is a cookie that no script and no other site gets, and that leaves by https only", () => {
    expect(cookie).toMatch(
      /^__Host-acordo=[\w.-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(createSessions({ ...at(NOW), publicUrl: "http://x" }).begin(operatorId("gil"))).toMatch(
      /^acordo=[\w.-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/,
    );
  });

  it("tells whose it is until it ends", () => {
    expect(sessions.operatorOf(`a=1; ${value}; b=2`)).toBe("gil; é");
    const after = createSessions(at(NOW + SESSION_SECONDS * 1_000));
    expect(after.operatorOf(value)).toBeUndefined();
  });

  it("cannot be made up, nor taken from a link", () => {
    const [name = "", rest = ""] = value.split("=");
    const [, expires, signature] = rest.split(".");
    const other = Buffer.from("ana").toString("base64url");
    expect(sessions.operatorOf(`${name}=${other}.${expires}.${signature}`)).toBeUndefined();
    const link = queryOf(links.dashboard(operatorId("ana")));
    const taken = `${name}=${other}.${link.expires}.${link.signature}`;
    expect(sessions.operatorOf(taken)).toBeUndefined();
    for (const broken of [undefined, "", name, `${name}=`, `${name}=a.b.c`, `x${value}`]) {
      expect(sessions.operatorOf(broken)).toBeUndefined();
    }
  });
});
