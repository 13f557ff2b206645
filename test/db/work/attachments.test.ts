import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAttachment } from "#core/use-cases/add-attachment.ts";
import { deleteAttachment } from "#core/use-cases/delete-attachment.ts";
import { describeAttachment } from "#core/use-cases/describe-attachment.ts";
import { openAttachment } from "#core/use-cases/open-attachment.ts";
import type { StoredFile } from "#core/work/attachments.ts";
import { MAX_ATTACHMENT_BYTES } from "#core/work/limits.ts";
import { isPlainText } from "#db/files/file-type.ts";
import { createLocalStore, type LocalStore } from "#db/files/local-store.ts";
import { sweepFiles } from "#db/files/sweep.ts";
import { must, opening } from "#test/support/desk.ts";
import { events } from "#test/support/look.ts";
import { customerId } from "#test/support/provider.ts";
import { rows } from "./support.ts";

const provider = opening();
let folder: string;
let store: LocalStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "acordo-files-"));
  store = createLocalStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function* stream(...chunks: readonly (Uint8Array | string)[]) {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

async function stored(...chunks: readonly (Uint8Array | string)[]): Promise<StoredFile> {
  const put = await store.put(stream(...chunks));
  if (!put.ok) throw new Error(`refused: ${JSON.stringify(put.refusal)}`);
  return put.value;
}

async function read(sha256: string): Promise<string | undefined> {
  const bytes = await store.open(sha256);
  if (bytes === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const PDF = "%PDF-1.7\n1 0 obj\n";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("the store", () => {
  test("keeps bytes under their own hash, for their owner alone, and gives them back", async () => {
    const file = await stored("acentuação ", "em duas partes");
    const sha256 = createHash("sha256").update("acentuação em duas partes").digest("hex");
    expect(file).toEqual({ sha256, sizeBytes: 27, mediaType: "text/plain" });
    const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await read(sha256)).toBe("acentuação em duas partes");
    expect(await stored("acentuação em duas partes")).toEqual(file);
    expect(await readdir(join(folder, "unfinished"))).toEqual([]);
  });

  test("has nothing under a hash that it does not know, and no path but a hash", async () => {
    expect(await store.open("0".repeat(64))).toBeUndefined();
    for (const path of ["../../etc/passwd", "", "A".repeat(64)]) {
      await expect(store.open(path)).rejects.toThrow("not a SHA-256");
    }
  });

  test.each([
    ["a PDF", PDF, "application/pdf"],
    ["a picture", PNG, "image/png"],
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "image/jpeg"],
    ["text of another age", Buffer.from([0x6e, 0xe3, 0x6f]), "text/plain"],
  ])("takes %s for what it is", async (_, bytes, mediaType) => {
    expect(await stored(bytes)).toMatchObject({ mediaType });
  });

  test.each([
    ["nothing", "", "attachment_empty"],
    ["a page", "<!doctype html><p>olá", "attachment_type_refused"],
    ["a drawing that can run", "<svg onload=alert(1)>", "attachment_type_refused"],
    ["a program", Buffer.from("7f454c4602010100", "hex"), "attachment_type_refused"],
    ["an archive", Buffer.from("504b0506".padEnd(44, "0"), "hex"), "attachment_type_refused"],
    ["what is no text", Buffer.from([0x61, 0x00, 0x62]), "attachment_type_refused"],
    ["what is text in no known writing", Buffer.from([0x81, 0x8d]), "attachment_type_refused"],
  ])("refuses %s and leaves nothing behind", async (_, bytes, code) => {
    expect(await store.put(stream(bytes))).toMatchObject({ ok: false, refusal: { code } });
    expect(await readdir(join(folder, "unfinished"))).toEqual([]);
  });

  test("takes ten megabytes and not a byte more, however many still come", async () => {
    const megabyte = Buffer.alloc(1024 * 1024, "a");
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield megabyte;
      }
    }
    expect(await store.put(endless())).toMatchObject({
      refusal: { code: "attachment_too_large", maxBytes: MAX_ATTACHMENT_BYTES },
    });
    expect(given).toBe(11);
    const ten = Array.from({ length: 10 }, () => megabyte);
    expect(await stored(...ten)).toMatchObject({ sizeBytes: MAX_ATTACHMENT_BYTES });
  });

  test("keeps nothing of an upload that broke off", async () => {
    async function* broken() {
      yield Buffer.from("metade");
      throw new Error("connection lost");
    }
    await expect(store.put(broken())).rejects.toThrow("connection lost");
    expect(await readdir(join(folder, "unfinished"))).toEqual([]);
  });

  test("takes for text what has no control characters and no tag", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const text = Buffer.from(bytes).toString("latin1");
        const isRaw = bytes.some(
          (byte) => (byte < 32 && !"\t\n\f\r".includes(String.fromCharCode(byte))) || byte === 127,
        );
        if (isRaw || /<[a-z/!?]/i.test(text)) expect(isPlainText(bytes)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aã €\n\t<>&1") }), (text) => {
        const tagged = /<[a-z/!?]/i.test(text);
        expect(isPlainText(Buffer.from(text))).toBe(!tagged);
      }),
    );
  });
});

async function aFile() {
  const p = provider();
  await p.customer("C1");
  const file = await stored(PDF);
  const add = (input: Partial<StoredFile & { name: string; customer: string }> = {}) =>
    p.ask(
      addAttachment,
      {
        ...file,
        name: "../Contrato assinado.pdf",
        description: "Assinado na visita",
        ...input,
        customer: customerId(input.customer ?? "C1"),
      },
      { as: "ana" },
    );
  const describeIt = (name?: string, description?: string, attachment = 1) =>
    p.ask(describeAttachment, { attachment, name, description }, { as: "ana" });
  const remove = (attachment = 1) => p.ask(deleteAttachment, { attachment }, { as: "sonia" });
  const open = (attachment = 1) => p.ask(openAttachment, { attachment }, { as: "ana" });
  return { p, file, add, describeIt, remove, open };
}

test("a file stands with the customer's account and is opened by its number", async () => {
  const { p, file, add, open } = await aFile();
  expect(must(await add())).toEqual({
    customer: "C1",
    attachment: 1,
    name: "Contrato assinado.pdf",
  });
  expect(must(await open())).toEqual({
    id: 1,
    customer: "C1",
    name: "Contrato assinado.pdf",
    description: "Assinado na visita",
    ...file,
  });
  expect(await rows(p, "select uploaded_by, deleted_at from attachment")).toEqual([
    { uploaded_by: "ana", deleted_at: null },
  ]);
  expect(await events(p.database.sql)).toMatchObject([
    {
      kind: "attachment_added",
      actor: "ana",
      data: { attachment: 1, name: "Contrato assinado.pdf", sizeBytes: PDF.length },
    },
  ]);
});

test("a file is described anew, and keeps its name when none is given", async () => {
  const { p, add, describeIt, open } = await aFile();
  must(await add());
  must(await describeIt("Contrato.pdf", ""));
  expect(must(await open())).toMatchObject({ name: "Contrato.pdf", description: null });
  must(await describeIt(undefined, "Cópia"));
  expect(must(await open())).toMatchObject({ name: "Contrato.pdf", description: "Cópia" });
  expect(await events(p.database.sql, "attachment_described")).toHaveLength(2);
});

test("a deleted file is gone for everybody, and its row remains", async () => {
  const { p, add, describeIt, remove, open } = await aFile();
  must(await add());
  must(await remove());
  const unknown = { code: "attachment_unknown", attachment: 1 };
  await p.refused(() => open(), unknown);
  await p.refused(() => remove(), unknown);
  await p.refused(() => describeIt("x"), unknown);
  expect(await rows(p, "select deleted_at is not null as deleted from attachment")).toEqual([
    { deleted: true },
  ]);
  expect(await events(p.database.sql, "attachment_deleted")).toMatchObject([{ actor: "sonia" }]);
});

test("refused, changing nothing, for whom or what cannot be", async () => {
  const { p, add, describeIt } = await aFile();
  await p.refused(() => add({ customer: "X" }), { code: "customer_unknown" });
  await p.refused(() => add({ sizeBytes: 0 }), { code: "attachment_empty" });
  await p.refused(() => add({ mediaType: "text/html" as "text/plain" }), {
    code: "attachment_type_refused",
    got: "text/html",
  });
  must(await add());
  await p.refused(() => describeIt("x", "a".repeat(1_001)), {
    code: "field_too_long",
    field: "description",
  });
});

test("bytes are swept when no standing row refers to them and they are a day old", async () => {
  const { p, file, add, remove } = await aFile();
  const { sql } = p.database;
  const loose = await stored("nunca anexado");
  const later = Date.now() + 25 * 3_600_000;
  must(await add());
  must(await add());
  await writeFile(join(folder, "unfinished", crypto.randomUUID()), "half");

  await sweepFiles(sql, store, Date.now());
  expect(await read(loose.sha256)).toBe("nunca anexado");
  expect(await readdir(join(folder, "unfinished"))).toHaveLength(1);

  await sweepFiles(sql, store, later);
  expect(await read(loose.sha256)).toBeUndefined();
  expect(await readdir(join(folder, "unfinished"))).toEqual([]);
  expect(await read(file.sha256)).toBe(PDF);

  must(await remove(1));
  await sweepFiles(sql, store, later);
  expect(await read(file.sha256)).toBe(PDF);
  must(await remove(2));
  expect(await sweepFiles(sql, store, later)).toEqual({ removed: 1 });
  expect(await read(file.sha256)).toBeUndefined();
});

test("the same content put again is fresh again: a sweep lets it be", async () => {
  const p = provider();
  const { sha256 } = await stored("de novo");
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  await utimes(path, new Date(0), new Date(0));
  await stored("de novo");
  await sweepFiles(p.database.sql, store, Date.now());
  expect(await read(sha256)).toBe("de novo");
});
