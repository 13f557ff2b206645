/** Those whose way of taking a message is described in bot/outbound/sms/providers.ts. */
export const SMS_PROVIDER_NAMES = ["zenvia", "comtele"] as const;
export type SmsProviderName = (typeof SMS_PROVIDER_NAMES)[number];
