import type { ChartName } from "#core/charts.ts";
import type { ChartLanguage } from "./language.ts";

/** What people read in a chart, its description and nowhere else: drawings know no other texts. */
export type ChartTexts = {
  readonly titles: { readonly [Name in ChartName]: string };
  /** Under the title: what is counted. */
  readonly subtitles: { readonly [Name in ChartName]: string };
  /** Series by their names, or by chart and name where a word must agree with another one. */
  readonly series: Readonly<Record<string, string>>;
  /** Keys of steps, bands, discounts and deadlines. */
  readonly keys: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, string>>;
  readonly empty: string;
  readonly unknownCity: string;
  readonly nobody: string;
  readonly system: string;
  /** A customer who agreed or acted without an operator. */
  readonly customer: string;
  readonly operator: string;
  readonly city: string;
  readonly total: string;
  period(from: string, to: string): string;
  asOf(day: string): string;
  day(day: number): string;
  /** Rows that did not fit. */
  others(count: number): string;
  /** The first series' part of a whole. */
  share(share: string, whole: string): string;
  rolled(share: string, rolled: string, reached: string): string;
};

export const seriesText = (texts: ChartTexts, chart: ChartName, series: string): string =>
  texts.series[`${chart} ${series}`] ?? texts.series[series] ?? series;

export const textsOf = (language: ChartLanguage): ChartTexts =>
  language === "pt-BR" ? PORTUGUESE : ENGLISH;

const PORTUGUESE: ChartTexts = {
  titles: {
    interactions: "Interações com clientes",
    "agreements-by-city": "Acordos por cidade",
    outcome: "Resultado das cobranças",
    "overdue-to-30": "Em atraso há até 30 dias, por operador",
    "overdue-over-30": "Em atraso há mais de 30 dias, por operador",
    "settled-by-operator": "Recebido por operador",
    spc: "Registros de SPC",
    "events-by-operator": "Eventos e interações por operador",
    "recovery-by-step": "Recuperação por etapa da régua",
    "roll-rates": "Passagem entre faixas de atraso",
    "promises-by-discount": "Promessas cumpridas por faixa de desconto",
    "legal-risk": "Remoções de SPC a fazer, por prazo",
    forecast: "Previsão de recebimento de acordos",
  },
  subtitles: {
    interactions: "Contatos e mensagens por mês",
    "agreements-by-city": "Quantidade de acordos, nas 20 cidades com mais",
    outcome: "Valor das faturas de acordos, pelo mês do acordo",
    "overdue-to-30": "Faturas de acordos não cumpridos, dias após a tolerância",
    "overdue-over-30": "Faturas de acordos não cumpridos, dias após a tolerância",
    "settled-by-operator": "Valor das faturas de acordos pagas",
    spc: "Quantidade de registros e remoções por mês",
    "events-by-operator": "Quantidade no histórico dos clientes",
    "recovery-by-step": "Valor pago em acordos, pela etapa em que o cliente acordou",
    "roll-rates": "Parte do valor que passou à faixa seguinte sem pagamento nem acordo",
    "promises-by-discount": "Acordos feitos no período: parte cumprida, pelo desconto",
    "legal-risk": "Valor dos registros que a lei manda remover",
    forecast: "Valor acordado que vence nos próximos 30 dias",
  },
  series: {
    contact: "Contatos",
    email: "E-mails",
    sms: "SMS",
    app: "Aplicativo",
    agreements: "Acordos",
    settled: "Pago",
    pending: "No prazo",
    broken: "Não cumprido",
    overdue: "Em atraso",
    registered: "Registrados",
    removed: "Removidos",
    events: "Eventos",
    interactions: "Interações",
    recovered: "Recuperado",
    reached: "Na faixa",
    rolled: "Passou adiante",
    kept: "Cumpridas",
    "promises-by-discount broken": "Não cumpridas",
    undone: "Desfeitas",
    open: "Em aberto",
    removal: "A remover",
    agreed: "A receber",
  },
  keys: {
    "band 30": "1 a 30 dias",
    "band 60": "31 a 60 dias",
    "band 90": "61 a 90 dias",
    "band 180": "91 a 180 dias",
    "discount 0": "Sem desconto",
    "discount 5": "Até 5%",
    "discount 10": "Até 10%",
    "discount 20": "Até 20%",
    "discount 30": "Até 30%",
    "discount over": "Mais de 30%",
    "deadline late": "Prazo vencido",
    "deadline today": "Vence hoje",
    "deadline week": "Em até 7 dias",
    "deadline later": "Depois de 7 dias",
    "deadline five-years": "Cinco anos do débito",
    "step none": "Antes da régua",
  },
  actions: {
    message: "mensagem",
    notice: "notificação",
    block: "bloqueio",
    unblock: "desbloqueio",
    forward_to_collections: "cobrança",
    suggest_spc: "sugerir SPC",
    suggest_rescission: "sugerir rescisão",
  },
  empty: "Sem dados no período",
  unknownCity: "Sem cidade",
  nobody: "Sem operador",
  system: "Sistema",
  customer: "Cliente (sozinho)",
  operator: "Operador",
  city: "Cidade",
  total: "total",
  period: (from, to) => `${from} a ${to}`,
  asOf: (day) => `em ${day}`,
  day: (day) => `Dia ${day}`,
  others: (count) => `Outros (${count})`,
  share: (share, whole) => `${share} de ${whole}`,
  rolled: (share, rolled, reached) => `${share}: ${rolled} de ${reached}`,
};

const ENGLISH: ChartTexts = {
  titles: {
    interactions: "Interactions with customers",
    "agreements-by-city": "Agreements by city",
    outcome: "Outcome of collections",
    "overdue-to-30": "Overdue up to 30 days, by operator",
    "overdue-over-30": "Overdue more than 30 days, by operator",
    "settled-by-operator": "Settled by operator",
    spc: "SPC records",
    "events-by-operator": "Events and interactions by operator",
    "recovery-by-step": "Recovery by ladder step",
    "roll-rates": "Roll rates between bands of days overdue",
    "promises-by-discount": "Promises kept by discount",
    "legal-risk": "SPC removals due, by deadline",
    forecast: "Forecast of agreed money",
  },
  subtitles: {
    interactions: "Contacts and messages per month",
    "agreements-by-city": "Number of agreements, the 20 cities with most",
    outcome: "Amount of agreements' invoices, by month of agreement",
    "overdue-to-30": "Invoices of broken agreements, days past tolerance",
    "overdue-over-30": "Invoices of broken agreements, days past tolerance",
    "settled-by-operator": "Amount of agreements' invoices that were paid",
    spc: "Number of records and removals per month",
    "events-by-operator": "Number of lines in customers' histories",
    "recovery-by-step": "Amount paid in agreements, by the step at which the customer agreed",
    "roll-rates": "Share of the amount that went on without payment or agreement",
    "promises-by-discount": "Agreements made in the period: share kept, by discount",
    "legal-risk": "Amount of records that the law wants removed",
    forecast: "Agreed amounts due in the next 30 days",
  },
  series: {
    contact: "Contacts",
    email: "E-mails",
    sms: "SMS",
    app: "App",
    agreements: "Agreements",
    settled: "Paid",
    pending: "In time",
    broken: "Broken",
    overdue: "Overdue",
    registered: "Registered",
    removed: "Removed",
    events: "Events",
    interactions: "Interactions",
    recovered: "Recovered",
    reached: "In the band",
    rolled: "Rolled on",
    kept: "Kept",
    undone: "Undone",
    open: "Open",
    removal: "To be removed",
    agreed: "Agreed",
  },
  keys: {
    "band 30": "1 to 30 days",
    "band 60": "31 to 60 days",
    "band 90": "61 to 90 days",
    "band 180": "91 to 180 days",
    "discount 0": "No discount",
    "discount 5": "Up to 5%",
    "discount 10": "Up to 10%",
    "discount 20": "Up to 20%",
    "discount 30": "Up to 30%",
    "discount over": "Over 30%",
    "deadline late": "Deadline missed",
    "deadline today": "Due today",
    "deadline week": "Within 7 days",
    "deadline later": "After 7 days",
    "deadline five-years": "Debt five years old",
    "step none": "Before the ladder",
  },
  actions: {
    message: "message",
    notice: "notice",
    block: "block",
    unblock: "unblock",
    forward_to_collections: "collections",
    suggest_spc: "suggest SPC",
    suggest_rescission: "suggest rescission",
  },
  empty: "No data in the period",
  unknownCity: "No city",
  nobody: "No operator",
  system: "System",
  customer: "Customer (alone)",
  operator: "Operator",
  city: "City",
  total: "total",
  period: (from, to) => `${from} to ${to}`,
  asOf: (day) => `as of ${day}`,
  day: (day) => `Day ${day}`,
  others: (count) => `Others (${count})`,
  share: (share, whole) => `${share} of ${whole}`,
  rolled: (share, rolled, reached) => `${share}: ${rolled} of ${reached}`,
};
