import type { ContactMedium, ContactOutcome } from "#core/work/contact-records.ts";
import type { CATEGORIES } from "./provider/catalogue.ts";

/** A contact as an operator of the made-up provider noted it. */
export type Talk = {
  readonly direction: "active" | "reactive";
  readonly medium: ContactMedium;
  readonly subject: string;
  readonly body: string;
  readonly outcome?: ContactOutcome;
  readonly category?: (typeof CATEGORIES)[number];
};

type Talks = readonly [Talk, ...Talk[]];

/** When the collection of a case begins. */
export const FIRST_CONTACTS: Talks = [
  {
    ...{ direction: "active", medium: "phone", outcome: "no answer" },
    subject: "Primeira ligação",
    body: "Chamou até cair na caixa postal. Tentar de novo no fim da tarde.",
  },
  {
    ...{ direction: "active", medium: "phone", outcome: "promised" },
    subject: "Faturas em aberto",
    body: "Disse que não recebeu os boletos. Mandei a segunda via e vai pagar até sexta.",
    category: "Promessa de pagamento",
  },
  {
    ...{ direction: "active", medium: "whatsapp", outcome: "left word" },
    subject: "Lembrete das faturas vencidas",
    body: "Mensagem enviada com o valor e os vencimentos. Visualizou e ainda não respondeu.",
  },
  {
    ...{ direction: "active", medium: "phone", outcome: "call back" },
    subject: "Ligação no horário de trabalho",
    body: "Estava no trabalho e pediu para ligar depois das 18h.",
  },
];

/** When the customer talks about the debt. */
export const NEGOTIATIONS: Talks = [
  {
    ...{ direction: "active", medium: "phone", outcome: "call back" },
    subject: "Conversa sobre a dívida",
    body: "Reconhece as faturas. Ficou sem renda por dois meses e pede para parcelar.",
    category: "Renegociação",
  },
  {
    ...{ direction: "reactive", medium: "whatsapp" },
    subject: "Pediu uma proposta",
    body: "Perguntou quanto fica à vista e em três vezes. Mandei as duas opções.",
    category: "Retorno de cliente",
  },
  {
    ...{ direction: "active", medium: "email" },
    subject: "Proposta por e-mail",
    body: "Enviadas as condições de pagamento, com o detalhamento de cada fatura.",
    category: "Campanha de desconto",
  },
];

/** When they agree. */
export const AGREEMENTS: Talks = [
  {
    ...{ direction: "active", medium: "phone", outcome: "promised" },
    subject: "Acordo fechado",
    body: "Aceitou as condições e confirmou o e-mail para receber os boletos.",
    category: "Renegociação",
  },
  {
    ...{ direction: "reactive", medium: "whatsapp", outcome: "promised" },
    subject: "Aceitou a proposta",
    body: "Respondeu que pode pagar nessas condições. Boletos enviados na mesma hora.",
    category: "Renegociação",
  },
];

/** Some days into an agreement. */
export const AFTER_AGREEMENTS: Talks = [
  {
    ...{ direction: "reactive", medium: "whatsapp" },
    subject: "Segunda via do acordo",
    body: "Não achou o boleto no e-mail. Mandei o código de barras pelo WhatsApp.",
    category: "Retorno de cliente",
  },
  {
    ...{ direction: "reactive", medium: "email" },
    subject: "Dúvida sobre o vencimento",
    body: "Perguntou se pode pagar no dia seguinte ao feriado. Respondi que sim.",
  },
  {
    ...{ direction: "active", medium: "whatsapp" },
    subject: "Lembrete da parcela",
    body: "Lembrei do vencimento. Respondeu que já está agendado no banco.",
  },
];

/** When a promise was not kept. */
export const BROKEN_PROMISES: Talks = [
  {
    ...{ direction: "active", medium: "phone", outcome: "call back" },
    subject: "Acordo não pago",
    body: "O salário atrasou. Pediu alguns dias e quer falar de novo no começo do mês.",
  },
  {
    ...{ direction: "active", medium: "phone", outcome: "refused to pay" },
    subject: "Acordo não pago",
    body: "Disse que não consegue manter as parcelas. Expliquei o que acontece com o contrato.",
  },
];

/** What customers ask for at any time. */
export const QUESTIONS: Talks = [
  {
    ...{ direction: "reactive", medium: "phone" },
    subject: "Segunda via de fatura",
    body: "Pediu a segunda via. Enviada para o e-mail do cadastro.",
    category: "Retorno de cliente",
  },
  {
    ...{ direction: "reactive", medium: "whatsapp" },
    subject: "Comprovante de pagamento",
    body: "Mandou o comprovante do Pix. A baixa já estava no sistema.",
  },
  {
    ...{ direction: "reactive", medium: "phone" },
    subject: "Mudança de vencimento",
    body: "Quer pagar no dia 10. Expliquei como pedir a troca pelo aplicativo.",
  },
  {
    ...{ direction: "reactive", medium: "email" },
    subject: "Dúvida sobre o valor",
    body: "Achou a fatura mais alta. Era a taxa de visita técnica; ficou esclarecido.",
  },
  {
    ...{ direction: "active", medium: "email" },
    subject: "Atualização de cadastro",
    body: "Pedi um telefone atual. Respondeu com o número novo.",
  },
  {
    ...{ direction: "reactive", medium: "in person" },
    subject: "Atendimento na loja",
    body: "Veio perguntar se havia fatura em atraso. Saiu com o boleto impresso.",
  },
];
