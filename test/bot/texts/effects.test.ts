import { expect, test } from "vitest";
import { createTexts } from "#bot/texts/texts.ts";
import type { Effect } from "#core/effects.ts";

/** The compiler asks for each. */
const KINDS: Readonly<Record<Effect["kind"], true>> = {
  ask_approval: true,
  change_connection: true,
  post_chart: true,
  send_identity_code: true,
  send_manager_digest: true,
  send_message: true,
  send_operator_digest: true,
  tell_chats_of_new_chat: true,
  tell_customer_conversation_closed: true,
  tell_customer_message: true,
  tell_customer_offer_answer: true,
  tell_customer_receipt_answer: true,
  tell_operator_decision: true,
  tell_operators_conversation_closed: true,
  tell_operators_dispute: true,
  tell_operators_left_over: true,
  tell_operators_message: true,
  tell_operators_offer_handed: true,
  tell_operators_payment_reversed: true,
  tell_operators_receipt: true,
  tell_operators_replaced_paid: true,
  tell_operators_spc_critique: true,
  thank_customer: true,
};

test.each(["pt-BR", "en"] as const)("what was to be sent has a name in %s", (language) => {
  const { effect } = createTexts(language);
  for (const kind of Object.keys(KINDS)) expect(effect(kind)).not.toBe(kind);
});
