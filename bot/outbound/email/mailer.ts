import { createTransport } from "nodemailer";
import { type Delivered, SENT } from "../../sending.ts";
import type { Email } from "./email.ts";
import { emailHtml } from "./email-html.ts";

export type Mailer = {
  readonly send: (email: Email) => Promise<Delivered>;
  readonly close: () => void;
};

export type SmtpServer = {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string;
  /** "Name <address>". */
  readonly from: string;
};

const CONNECTIONS = 2;
/** A server that says nothing for so long has hung up. */
const PATIENCE_MS = 20_000;

/** E-mail by SMTP, over connections that are kept. Files and addresses that a text names are never fetched. */
export function createMailer({ url, from }: SmtpServer): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    send: async (email) => {
      try {
        const sent = await transport.sendMail({
          messageId: `<${email.id}@${domainOf(from)}>`,
          to: [...email.to],
          cc: [...email.cc],
          subject: email.subject,
          text: [email.body, "-- ", ...email.footer].join("\n"),
          html: emailHtml(email),
          attachments: email.attachments.map(({ name, mediaType, bytes }) => ({
            filename: name,
            contentType: mediaType,
            content: Buffer.from(bytes),
          })),
        });
        return sent.rejected.length === 0 ? SENT : partly(sent.rejected.length);
      } catch (error) {
        return whatWentWrong(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Some have it: sending it again would give it to them twice. */
const partly = (rejected: number): Delivered => ({
  outcome: "failed",
  reason: `the server refused ${rejected} of the addresses, the others have the e-mail`,
});

/** 4xx and silence pass by themselves, 5xx does not (RFC 5321 §4.2.1). The server's words may hold the address: only codes are kept. */
function whatWentWrong(error: unknown): Delivered {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const reason = `SMTP ${responseCode ?? code ?? "error"}`;
  const final = responseCode !== undefined && responseCode >= 500 && code !== "EAUTH";
  return { outcome: final ? "failed" : "again", reason };
}

function domainOf(from: string): string {
  const [, domain] = /@([^@>\s]+)>?\s*$/.exec(from) ?? [];
  return domain ?? "localhost";
}
