import { type Cents, cents } from "#core/money.ts";
import type { ImportRecord, LadderRecord } from "./import-record.ts";

export type Plan = {
  readonly name: string;
  readonly priceCents: Cents;
  readonly onTimeDiscountCents: Cents;
};

const plan = (name: string, price: number, onTimeDiscount = 0): Plan => ({
  name,
  priceCents: cents(price),
  onTimeDiscountCents: cents(onTimeDiscount),
});

export const HOME_PLANS: readonly [Plan, ...Plan[]] = [
  plan("Fibra 100 Mega", 7_990),
  plan("Fibra 300 Mega", 9_995),
  plan("Fibra 500 Mega", 12_990, 1_000),
  plan("Fibra 1 Giga", 18_990, 1_500),
  plan("Rádio 20 Mega", 6_990),
];

export const COMPANY_PLANS: readonly [Plan, ...Plan[]] = [
  plan("Empresa 300 Mega", 14_990),
  plan("Empresa 500 Mega", 24_990, 2_000),
];

export const DEDICATED_PLAN = plan("Empresa 1 Giga dedicado", 59_900);

/** Of the customer for a first walk: two invoices of 129.90 and one of 99.95. */
export const DOWNGRADE = {
  from: plan("Fibra 500 Mega", 12_990, 1_000),
  to: plan("Fibra 300 Mega", 9_995),
};

export type Ladder = LadderRecord & {
  /** The day of its step `forward_to_collections`; undefined when it has none. */
  readonly forwardDay: number | undefined;
};

const ladder = (id: string, name: string, forwardDay: number | undefined): Ladder => ({
  type: "ladder",
  id,
  name,
  steps: [
    { day: -3, action: "remind" },
    { day: 1, action: "remind" },
    { day: 5, action: "notify_debt" },
    ...(forwardDay === undefined ? [] : [{ day: forwardDay, action: "forward_to_collections" }]),
  ],
  forwardDay,
});

export const LADDERS = {
  home: ladder("R1", "Residencial", 10),
  country: ladder("R2", "Interior", 15),
  company: ladder("R3", "Empresas", 30),
  government: ladder("R4", "Órgãos públicos", undefined),
};

export const CATEGORIES = [
  "Promessa de pagamento",
  "Renegociação",
  "Campanha de desconto",
  "Retorno de cliente",
] as const;

/** One ledger unit for every term of an agreement. Its code is its id: that is what people type. */
export const LEDGER_UNITS = {
  increase: { code: "4.1.01", name: "Acréscimos de acordos" },
  fine: { code: "4.1.02", name: "Multas por atraso" },
  charges: { code: "4.1.03", name: "Encargos de cobrança" },
  fees: { code: "4.1.04", name: "Honorários" },
  discount: { code: "5.1.01", name: "Descontos concedidos" },
} as const;

const BENEFICIARY = "Rede Ipê Fictícia Ltda";

export const PROFILES = { pix: "Itaú 109 com Pix", boleto: "Bradesco 09" } as const;

/** Ids like the ones an operator types; two of the six lead. */
export const OPERATORS = {
  ana: { name: "Ana Beatriz Moreira", role: "operator" },
  bruno: { name: "Bruno Nakamura", role: "operator" },
  fabiana: { name: "Fabiana Tavares", role: "operator" },
  carla: { name: "Carla Haddad", role: "supervisor" },
  diego: { name: "Diego Hoffmann", role: "manager" },
  elisa: { name: "Elisa Conceição", role: "administrator" },
} as const;

/** Everything that stands before the first customer. The names, codes and ids that people type are ids as well. */
export function* catalogueRecords(): Generator<ImportRecord> {
  for (const name of CATEGORIES) yield { type: "category", id: name, name };
  for (const { code, name } of Object.values(LEDGER_UNITS)) {
    yield { type: "ledgerUnit", id: code, code, name };
  }
  yield* paymentProfiles();
  for (const [id, { name, role }] of Object.entries(OPERATORS)) {
    const slackUserId = `U0DEMO${id.toUpperCase()}`;
    yield { type: "operator", id, name, email: `${id}@example.com`, slackUserId, role };
  }
  for (const { forwardDay: _, ...record } of Object.values(LADDERS)) yield record;
}

function* paymentProfiles(): Generator<ImportRecord> {
  yield {
    type: "paymentProfile",
    id: PROFILES.pix,
    name: PROFILES.pix,
    bank: "341",
    wallet: "109",
    agreementCode: "56789",
    branch: "0810",
    account: "53678",
    firstOurNumber: "1",
    beneficiary: BENEFICIARY,
    pixKey: "pix@example.com",
    city: "Londrina",
  };
  yield {
    type: "paymentProfile",
    id: PROFILES.boleto,
    name: PROFILES.boleto,
    bank: "237",
    wallet: "09",
    agreementCode: "1234567",
    branch: "1234",
    account: "123456",
    firstOurNumber: "1",
    beneficiary: BENEFICIARY,
  };
}
