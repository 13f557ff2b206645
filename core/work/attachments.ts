import { accept, type Result, refuse } from "../result.ts";
import { oneLine } from "./clean-text.ts";
import { MAX_ATTACHMENT_BYTES } from "./limits.ts";

/** Kinds of file that may be kept: by their content, never by their name. */
export const ATTACHMENT_TYPES = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/heic": "heic",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.oasis.opendocument.text": "odt",
  "text/plain": "txt",
} as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

export const isAttachmentType = (type: string): type is AttachmentType =>
  Object.hasOwn(ATTACHMENT_TYPES, type);

export type FileRefusal =
  | { readonly code: "attachment_empty" }
  | { readonly code: "attachment_too_large"; readonly maxBytes: number }
  | {
      readonly code: "attachment_type_refused";
      /** Null when the content is of no kind that is known. */
      readonly got: string | null;
      readonly known: readonly string[];
    };

/** Bytes that are kept under their own SHA-256 (hex), so that a name never becomes a path. */
export type StoredFile = {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: AttachmentType;
};

/** Where the bytes of attachments are. They are put there before the row that refers to them is written. */
export interface AttachmentStore {
  put(bytes: AsyncIterable<Uint8Array>): Promise<Result<StoredFile, FileRefusal>>;
  /** Undefined when there are none under that hash. */
  open(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

export function checkFile({ sizeBytes, mediaType }: Claimed): Result<AttachmentType, FileRefusal> {
  if (sizeBytes <= 0) return refuse({ code: "attachment_empty" });
  if (sizeBytes > MAX_ATTACHMENT_BYTES) {
    return refuse({ code: "attachment_too_large", maxBytes: MAX_ATTACHMENT_BYTES });
  }
  if (mediaType !== null && isAttachmentType(mediaType)) return accept(mediaType);
  const known = Object.values(ATTACHMENT_TYPES);
  return refuse({ code: "attachment_type_refused", got: mediaType, known });
}

type Claimed = { readonly sizeBytes: number; readonly mediaType: string | null };

/** A name to show and to download under: the last part of a path, without what a file system or a header reads otherwise. */
export function attachmentName(name: string, type: AttachmentType): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = oneLine(last.replace(UNSAFE, " ")).replace(/^[. ]+/, "");
  const bare = [...clean].slice(0, MAX_NAME_CHARACTERS).join("").trim();
  return bare === "" ? `arquivo.${ATTACHMENT_TYPES[type]}` : bare;
}

const MAX_NAME_CHARACTERS = 120;
/** With the marks that turn the direction of text, and with it what looks like the end of a name. */
const UNSAFE = /[<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
