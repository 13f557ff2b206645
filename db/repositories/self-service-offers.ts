import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { sumCents } from "#core/money.ts";
import type { Negotiation, NewOffer, Offer } from "#core/self-service/offer.ts";
import type { NegotiationChange, SelfServiceUnit } from "#core/self-service-ports.ts";
import { negotiation, offer, offerAcceptance } from "../schema/self-service.ts";
import type { Scope } from "./scope.ts";

type Methods = Pick<
  SelfServiceUnit,
  | "openNegotiation"
  | "negotiation"
  | "startNegotiation"
  | "changeNegotiation"
  | "openOffers"
  | "offer"
  | "addOffers"
  | "setOffers"
  | "keepEvidence"
>;

/** Negotiations, what was offered in them, and the proof of what was taken. */
export function selfServiceOfferMethods({ tx }: Scope): Methods {
  return {
    async openNegotiation(customer) {
      const [found] = await tx
        .select()
        .from(negotiation)
        .where(
          and(
            eq(negotiation.customerId, customer),
            notInArray(negotiation.status, ["agreed", "closed"]),
          ),
        );
      return found && toNegotiation(found);
    },
    async negotiation(id) {
      const [found] = await tx.select().from(negotiation).where(eq(negotiation.id, id));
      return found && toNegotiation(found);
    },
    async startNegotiation({ customer: customerId, chat: chatId, description }) {
      const [made] = await tx
        .insert(negotiation)
        .values({ customerId, chatId, description })
        .returning();
      if (made === undefined) throw new Error("no negotiation was written");
      return toNegotiation(made);
    },
    async changeNegotiation(id, change) {
      await tx.update(negotiation).set(asColumns(change)).where(eq(negotiation.id, id));
    },
    async openOffers(customer) {
      const rows = await tx
        .select()
        .from(offer)
        .where(and(eq(offer.customerId, customer), eq(offer.status, "open")))
        .orderBy(offer.id);
      return rows.map(toOffer);
    },
    async offer(id) {
      const [found] = await tx.select().from(offer).where(eq(offer.id, id));
      return found && toOffer(found);
    },
    async addOffers(of, offers) {
      const made = await tx
        .insert(offer)
        .values(offers.map((one) => asRow(of, one)))
        .returning();
      return made.map(toOffer).sort((a, b) => a.id - b.id);
    },
    async setOffers(ids, { status, agreement = null }) {
      if (ids.length === 0) return;
      await tx
        .update(offer)
        .set({ status, agreement })
        .where(inArray(offer.id, [...ids]));
    },
    async keepEvidence({ offer: offerId, customer: customerId, chat: chatId, atMs, ...rest }) {
      const textSha256 = sql`encode(sha256(convert_to(${rest.text}, 'UTF8')), 'hex')`;
      const [kept] = await tx
        .insert(offerAcceptance)
        .values({ ...rest, offerId, customerId, chatId, textSha256, at: new Date(atMs) })
        .returning({ sha256: offerAcceptance.textSha256 });
      if (kept === undefined) throw new Error("no evidence was written");
      return kept.sha256;
    },
  };
}

const toNegotiation = (row: typeof negotiation.$inferSelect): Negotiation => ({
  id: row.id,
  customer: row.customerId,
  chat: row.chatId,
  status: row.status,
  rounds: row.rounds,
  description: row.description,
  handed: row.handed,
});

const asColumns = ({ chat, handed, ...rest }: NegotiationChange) => ({
  ...rest,
  ...(chat === undefined ? {} : { chatId: chat }),
  ...(handed === undefined ? {} : { handed, handedAt: handed === null ? null : sql`now()` }),
});

const asRow = (of: Negotiation, { debt, ...made }: NewOffer) => ({
  ...made,
  negotiationId: of.id,
  customerId: of.customer,
  balanceCents: debt.balanceCents,
  fineCents: debt.fineCents,
  interestCents: debt.interestCents,
  daysOverdue: debt.daysOverdue,
  invoices: debt.invoices,
});

export const toOffer = (row: typeof offer.$inferSelect): Offer => ({
  id: row.id,
  negotiation: row.negotiationId,
  customer: row.customerId,
  status: row.status,
  madeBy: row.madeBy,
  madeOn: row.madeOn,
  standsUntil: row.standsUntil,
  count: row.count,
  totalCents: row.totalCents,
  discountCents: row.discountCents,
  instalments: row.instalments,
  debt: {
    invoices: row.invoices,
    balanceCents: row.balanceCents,
    fineCents: row.fineCents,
    interestCents: row.interestCents,
    totalCents: sumCents([row.balanceCents, row.fineCents, row.interestCents]),
    daysOverdue: row.daysOverdue,
  },
  proposal: row.proposal,
  agreement: row.agreement,
});
