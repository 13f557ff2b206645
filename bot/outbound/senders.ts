import type { Senders } from "../sending.ts";
import { type CodeDeps, sendCodeByEmail, sendCodeBySms } from "./codes/send-code.ts";
import type { OutboundDeps } from "./deps.ts";
import type { Mailer } from "./email/mailer.ts";
import { sendEmail } from "./email/send-email.ts";
import type { SmsDriver } from "./sms/driver.ts";
import { sendSms } from "./sms/send-sms.ts";

/** E-mail and text messages; a channel that is off sends nothing, and what waits for it expires. */
export const outboundSenders = (
  deps: OutboundDeps & CodeDeps,
  { mailer, sms }: { readonly mailer?: Mailer | undefined; readonly sms?: SmsDriver | undefined },
): Senders => ({
  ...(mailer === undefined
    ? {}
    : {
        "send_message:email": sendEmail(deps, mailer),
        "send_identity_code:email": sendCodeByEmail(deps, mailer),
      }),
  ...(sms === undefined
    ? {}
    : {
        "send_message:sms": sendSms(deps, sms),
        "send_identity_code:sms": sendCodeBySms(deps, sms),
      }),
});
