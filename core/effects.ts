import type { CivilDate } from "./calendar.ts";
import type { DigestEffect } from "./digest/effects.ts";
import type { DomainEvent } from "./events.ts";
import { type IdentityEffect, reactToIdentity } from "./identity/effects.ts";
import type { AgreementNumber, CustomerId, InvoiceId, OperatorId } from "./ids.ts";
import type { Cents } from "./money.ts";
import {
  isSelfServiceEvent,
  reactToSelfService,
  type SelfServiceEffect,
  selfServiceChannelOf,
} from "./self-service/effects.ts";
import { reactToWork, type WorkChannel, type WorkEffect, workChannelOf } from "./work/effects.ts";

/** What we ask of the outside world after an event. Plain data, so it can wait in the outbox; amounts in cents. */
export type Effect =
  | WorkEffect
  | SelfServiceEffect
  | IdentityEffect
  | DigestEffect
  | {
      readonly kind: "tell_operators_spc_critique";
      readonly customer: CustomerId;
      readonly invoice: InvoiceId;
      readonly removeBy: CivilDate;
    }
  | {
      readonly kind: "tell_operators_replaced_paid";
      readonly customer: CustomerId;
      readonly invoice: InvoiceId;
      readonly agreement: AgreementNumber;
    }
  | {
      readonly kind: "tell_operators_payment_reversed";
      readonly customer: CustomerId;
      readonly invoice: InvoiceId;
      readonly amountCents: Cents;
      /** False: what was paid has moved on since, and people have to sort it out. */
      readonly reversed: boolean;
    }
  /** Money of a bank's file that found no invoice. */
  | {
      readonly kind: "tell_operators_left_over";
      readonly file: number;
      readonly bank: string;
      readonly titles: number;
    }
  | {
      readonly kind: "ask_approval";
      readonly customer: CustomerId;
      readonly agreement: AgreementNumber;
      readonly totalCents: Cents;
    }
  | {
      readonly kind: "tell_operator_decision";
      readonly customer: CustomerId;
      readonly agreement: AgreementNumber;
      readonly operator: OperatorId;
      readonly approved: boolean;
    }
  | {
      readonly kind: "thank_customer";
      readonly customer: CustomerId;
      readonly invoice: InvoiceId;
      readonly amountCents: Cents;
    };

export type EffectChannel = "operators" | "customer" | WorkChannel;

export function channelOf(effect: Effect): EffectChannel {
  switch (effect.kind) {
    case "tell_operators_spc_critique":
    case "tell_operators_replaced_paid":
    case "tell_operators_payment_reversed":
    case "tell_operators_left_over":
    case "ask_approval":
    case "tell_operator_decision":
    case "send_operator_digest":
    case "send_manager_digest":
    case "post_chart":
      return "operators";
    case "thank_customer":
    case "tell_chats_of_new_chat":
    case "send_identity_code":
      return "customer";
    case "send_message":
    case "change_connection":
      return workChannelOf(effect);
    case "tell_operators_offer_handed":
    case "tell_operators_receipt":
    case "tell_operators_dispute":
    case "tell_operators_message":
    case "tell_operators_conversation_closed":
    case "tell_customer_offer_answer":
    case "tell_customer_receipt_answer":
    case "tell_customer_message":
    case "tell_customer_conversation_closed":
      return selfServiceChannelOf(effect);
  }
}

/** Which effects an event calls for. */
export function react(event: DomainEvent): Effect[] {
  if (isSelfServiceEvent(event)) return reactToSelfService(event);
  switch (event.kind) {
    case "spc_became_critique":
      return [
        {
          kind: "tell_operators_spc_critique",
          customer: event.customer,
          invoice: event.invoice,
          removeBy: event.data.removeBy,
        },
      ];
    case "replaced_invoice_paid":
      return [
        {
          kind: "tell_operators_replaced_paid",
          customer: event.customer,
          invoice: event.invoice,
          agreement: event.agreement,
        },
      ];
    case "payment_reversed": {
      const { customer, invoice, data } = event;
      const { amountCents, reversed } = data;
      return [
        { kind: "tell_operators_payment_reversed", customer, invoice, amountCents, reversed },
      ];
    }
    case "return_read": {
      const { file, bank, unmatched: titles } = event.data;
      return titles === 0 ? [] : [{ kind: "tell_operators_left_over", file, bank, titles }];
    }
    case "agreement_proposed":
      return [
        {
          kind: "ask_approval",
          customer: event.customer,
          agreement: event.agreement,
          totalCents: event.data.totalCents,
        },
      ];
    case "agreement_approved":
    case "agreement_refused":
      return [
        {
          kind: "tell_operator_decision",
          customer: event.customer,
          agreement: event.agreement,
          operator: event.data.askedBy,
          approved: event.kind === "agreement_approved",
        },
      ];
    case "invoice_settled":
      return [
        {
          kind: "thank_customer",
          customer: event.customer,
          invoice: event.invoice,
          amountCents: event.data.amountCents,
        },
      ];
    case "message_queued":
    case "connection_change_requested":
      return [reactToWork(event)];
    case "telegram_chat_linked":
      return reactToIdentity(event);
    default:
      return [];
  }
}
