import type { CivilDate } from "#core/calendar.ts";
import { formatAmount } from "#core/money.ts";
import type {
  ConnectionRecord,
  ContractRecord,
  CustomerRecord,
  InvoiceRecord,
  NoticeRecord,
  PaymentRecord,
} from "./import-record.ts";
import { billSubscription, type Conduct, type Numbering } from "./invoices.ts";
import { companyName, personName } from "./names.ts";
import { PLACES } from "./places.ts";
import type { Course } from "./planned-case.ts";
import type { Random } from "./random.ts";
import { madeUpAlphanumericCnpj, madeUpCnpj, madeUpCpf } from "./tax-ids.ts";
import { firstTenancy, type Seat, secondTenancy, type Tenancy } from "./tenancy.ts";

/** Everything that a file says of one customer. */
export type Household = {
  readonly customer: CustomerRecord;
  readonly contracts: ContractRecord[];
  readonly connections: ConnectionRecord[];
  readonly notices: NoticeRecord[];
  readonly invoices: InvoiceRecord[];
  readonly payments: PaymentRecord[];
  /** Of a customer that is kept for a planned case: its course, and the open overdue invoices that it is about. */
  readonly planned: { readonly course: Course; readonly invoices: readonly string[] } | undefined;
};

export type Setting = {
  readonly today: CivilDate;
  readonly random: Random;
  readonly numbering: Numbering;
  readonly seat: Seat | undefined;
};

export function makeHousehold(sequence: number, setting: Setting): Household {
  const { random, seat } = setting;
  const isCompany = seat?.group === "walkThrough" || random.chance(COMPANIES);
  const customer = makeCustomer(sequence, { isCompany, random });
  const first = firstTenancy({ ...setting, isCompany });
  const household: Omit<Household, "planned"> = {
    customer,
    contracts: [],
    connections: [],
    notices: [],
    invoices: [],
    payments: [],
  };
  addContract(household, first, setting);
  const hasSecond = seat === undefined && random.chance(isCompany ? 0.35 : 0.03);
  if (hasSecond) addContract(household, secondTenancy({ ...setting, isCompany }), setting);
  return { ...household, planned: plannedOf(first, household) };
}

function plannedOf(
  { course, conduct }: Tenancy,
  { invoices }: Pick<Household, "invoices">,
): Household["planned"] {
  if (course === undefined || conduct.kind !== "owes") return undefined;
  const missed = invoices.filter(({ dueDate }) => conduct.arrears.missed.includes(dueDate));
  return { course, invoices: missed.map(({ id }) => id) };
}

const COMPANIES = 0.08;
const ALPHANUMERIC = 0.12;

function makeCustomer(
  sequence: number,
  { isCompany, random }: { isCompany: boolean; random: Random },
): CustomerRecord {
  const name = isCompany ? companyName(random) : personName(random);
  const { city, state, areaCode } = random.pick(PLACES);
  return {
    type: "customer",
    id: `C${padded(sequence)}`,
    name,
    taxId: isCompany ? companyTaxId(sequence, random) : madeUpCpf(sequence),
    email: `${slug(name)}.${sequence}@${random.pick(["example.com", "example.org"])}`,
    // 90000-0000 and on: a valid mobile by its form, in a range that is not given out.
    mobile: `+55${areaCode}9000${String(sequence).padStart(5, "0")}`,
    city,
    state,
  };
}

const companyTaxId = (sequence: number, random: Random): string =>
  random.chance(ALPHANUMERIC) ? madeUpAlphanumericCnpj(sequence) : madeUpCnpj(sequence);

function addContract(
  household: Omit<Household, "planned">,
  tenancy: Tenancy,
  setting: Setting,
): void {
  const { customer, contracts, connections, notices } = household;
  const ending = `${customer.id.slice(1)}-${contracts.length + 1}`;
  const contract = `K${ending}`;
  contracts.push(contractRecord(contract, customer.id, tenancy));
  connections.push({
    type: "connection",
    id: `X${ending}`,
    customer: customer.id,
    contract,
    login: `${slug(customer.name)}.${ending}`,
    nas: `nas-${slug(customer.city)}`,
    status: connectionStatus(tenancy.conduct, setting.random),
  });
  notices.push(...noticeRecords(contract, customer.id, { ...setting, conduct: tenancy.conduct }));
  const billed = billSubscription({ customer: customer.id, contract, ...tenancy }, setting);
  household.invoices.push(...billed.invoices);
  household.payments.push(...billed.payments);
}

function contractRecord(
  id: string,
  customer: string,
  { conduct, ladder, plan, laterPlan }: Tenancy,
): ContractRecord {
  const { name, onTimeDiscountCents } = laterPlan?.plan ?? plan;
  const endedAt = endOf(conduct);
  const isBlocked = conduct.kind === "owes" && conduct.arrears.blockedOn !== undefined;
  return {
    type: "contract",
    id,
    customer,
    ladder: ladder.id,
    plan: name,
    onTimeDiscount: formatAmount(onTimeDiscountCents),
    status: endedAt !== undefined ? "ended" : isBlocked ? "suspended" : "active",
    ...(endedAt !== undefined && { endedAt }),
  };
}

function endOf(conduct: Conduct): CivilDate | undefined {
  if (conduct.kind === "left") return conduct.endedOn;
  return conduct.kind === "owes" ? conduct.arrears.endedOn : undefined;
}

function connectionStatus(conduct: Conduct, random: Random): ConnectionRecord["status"] {
  if (conduct.kind === "left") return "blocked";
  if (conduct.kind === "owes" && conduct.arrears.blockedOn !== undefined) return "blocked";
  // Left over from the times when speed was reduced before a block.
  return random.chance(0.005) ? "reduced" : "normal";
}

function noticeRecords(
  contract: string,
  customer: string,
  { conduct, numbering, random }: Pick<Setting, "numbering" | "random"> & { conduct: Conduct },
): NoticeRecord[] {
  if (conduct.kind !== "owes") return [];
  return conduct.arrears.notices.map(({ kind, deliveredAt }) => {
    numbering.notice += 1;
    const id = `N${padded(numbering.notice)}`;
    const channel = random.pick(["email", "email", "sms", "letter"]);
    return { type: "notice", id, customer, contract, kind, channel, deliveredAt };
  });
}

const padded = (sequence: number): string => String(sequence).padStart(5, "0");

/** "Três Irmãos ME" is "tres.irmaos.me". */
const slug = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ".");
