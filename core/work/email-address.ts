/** An address that a mail server takes, "ana@provedor.com.br"; the domain in lower case. */
export type EmailAddress = string & { readonly of: "e-mail address" };

/** One bare address: no name beside it, no list, nothing that could end a header. */
export function parseEmail(text: string): EmailAddress | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf("@");
  const local = trimmed.slice(0, at);
  const domain = trimmed.slice(at + 1).toLowerCase();
  const fits =
    at > 0 &&
    local.length <= MAX_LOCAL &&
    trimmed.length <= MAX_ADDRESS &&
    LOCAL.test(local) &&
    DOMAIN.test(domain);
  return fits ? (`${local}@${domain}` as EmailAddress) : undefined;
}

/** RFC 5321, 4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
