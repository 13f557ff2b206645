import type { AgreementProposal, Split } from "#core/agreement/agreement.ts";
import type { LedgerUnits } from "#core/agreement/ledger-units.ts";
import type { CivilDate } from "#core/calendar.ts";
import { type Cents, type Percent, ZERO } from "#core/money.ts";
import { Failure } from "./failure.ts";

/** What was given to `agree`, option by option. */
export type AgreeFlags = {
  readonly kind: "unchanged" | "renegotiated";
  readonly tolerance: CivilDate;
  readonly category: string;
  readonly increase: Percent | undefined;
  readonly fine: Percent | undefined;
  readonly discount: Percent | undefined;
  readonly discountAmount: Cents | undefined;
  readonly charges: Cents | undefined;
  readonly fees: Cents | undefined;
  readonly feesReason: string | undefined;
  readonly unitIncrease: string | undefined;
  readonly unitFine: string | undefined;
  readonly unitDiscount: string | undefined;
  readonly unitCharges: string | undefined;
  readonly unitFees: string | undefined;
  readonly due: CivilDate | undefined;
  readonly instalments: number | undefined;
  readonly firstDue: CivilDate | undefined;
  readonly description: string | undefined;
  readonly profile: string | undefined;
  readonly keepDiscount: boolean;
  readonly amounts: readonly Cents[] | undefined;
  readonly dates: readonly CivilDate[] | undefined;
};

/** Refuses what would be passed over in silence: an option of the other kind, or of the other way of paying. */
export function proposalOf(flags: AgreeFlags): AgreementProposal {
  const { tolerance: toleranceDate, category } = flags;
  if (flags.kind === "unchanged") {
    refuseGiven(flags, RENEGOTIATION, "with --kind unchanged only --tolerance and --category");
    return { kind: "unchanged", toleranceDate, category };
  }
  return {
    kind: "renegotiated",
    toleranceDate,
    category,
    terms: {
      increase: flags.increase ?? NO_PERCENT,
      fine: flags.fine ?? NO_PERCENT,
      discount: flags.discount ?? NO_PERCENT,
      discountAmount: flags.discountAmount ?? ZERO,
      charges: flags.charges ?? ZERO,
      fees: flags.fees ?? ZERO,
    },
    units: unitsOf(flags),
    split: splitOf(flags),
    description: given(flags.description, "--description", "what the new invoices are called"),
    profile: given(flags.profile, "--profile", "the payment profile of the new invoices"),
    keepDiscount: flags.keepDiscount,
  };
}

type Name = keyof AgreeFlags;

const NO_PERCENT = 0 as Percent;
const OF_INSTALMENTS: readonly Name[] = ["instalments", "firstDue", "amounts", "dates"];
const RENEGOTIATION: readonly Name[] = [
  "increase",
  "fine",
  "discount",
  "discountAmount",
  "charges",
  "fees",
  "feesReason",
  "unitIncrease",
  "unitFine",
  "unitDiscount",
  "unitCharges",
  "unitFees",
  "due",
  ...OF_INSTALMENTS,
  "description",
  "profile",
  "keepDiscount",
];

function splitOf(flags: AgreeFlags): Split {
  const { due, instalments: count, firstDue, amounts, dates } = flags;
  if (due !== undefined) {
    refuseGiven(flags, OF_INSTALMENTS, "with --due no option of instalments");
    return { kind: "single", dueDate: due };
  }
  if (count === undefined && firstDue === undefined) {
    throw new Failure("--due is missing; expected --due, or --instalments and --first-due.");
  }
  return {
    kind: "instalments",
    count: given(count, "--instalments", "how many"),
    firstDue: given(firstDue, "--first-due", "the due date of the first instalment"),
    amounts,
    dates,
  };
}

/** Without the terms that have none, so that the same request looks the same under its key. */
function unitsOf(flags: AgreeFlags): LedgerUnits {
  const { unitIncrease, unitFine, unitDiscount, unitCharges, unitFees } = flags;
  return {
    ...(unitCharges === undefined ? {} : { charges: unitCharges }),
    ...(unitFees === undefined ? {} : { fees: unitFees }),
    ...(unitFine === undefined ? {} : { fine: unitFine }),
    ...(unitIncrease === undefined ? {} : { increase: unitIncrease }),
    ...(unitDiscount === undefined ? {} : { discount: unitDiscount }),
  };
}

function given<Value>(value: Value | undefined, option: string, expected: string): Value {
  if (value !== undefined) return value;
  throw new Failure(`${option} is missing; expected ${expected}.`);
}

function refuseGiven(flags: AgreeFlags, names: readonly Name[], expected: string): void {
  const found = names.find((name) => flags[name] !== undefined && flags[name] !== false);
  if (found === undefined) return;
  const option = found.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  throw new Failure(`--${option} came; expected ${expected}.`);
}
