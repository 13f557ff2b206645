import type { ChartDimension, ChartName } from "#core/charts.ts";

/** What people read on the dashboard besides the charts themselves. */
export const TEXTS = {
  title: "Painel de cobrança",
  skip: "Ir para os gráficos",
  asOf: (day: string) => `Números de ${day}.`,
  filters: "Filtros",
  from: "De",
  to: "Até",
  operator: "Operador",
  city: "Cidade",
  anyOperator: "Todos",
  anyCity: "Todas",
  apply: "Aplicar",
  clear: "Limpar filtros",
  filterHint: "Os números são somados por operador ou por cidade: escolha um dos dois.",
  nameWrong:
    "O operador ou a cidade do endereço não pode ser lido. Os gráficos abaixo mostram todos.",
  bothChosen:
    "Escolha um operador ou uma cidade, não os dois: os números são somados por um ou por outro. Os gráficos abaixo mostram tudo.",
  periodWrong:
    "O período não é válido: confira as datas, a segunda não pode vir antes da primeira. Os gráficos abaixo mostram o período de costume.",
  fixedPeriod: "Não segue o período escolhido.",
  unfiltered: "Mostra tudo: este gráfico não segue o filtro escolhido.",
  contents: "Gráficos",
  basic: "Cobrança",
  views: "Gestão",
  numbers: "Ver os números",
  csv: "Baixar CSV",
  csvOf: (title: string) => `Baixar CSV: ${title}`,
  numbersOf: (title: string) => `Ver os números: ${title}`,
  noFigures: "Sem dados no período.",
  count: "Quantidade",
  amount: "Valor",
  leave: "Sair",
  signedIn: (operator: string) => `Acesso de ${operator}`,
  opening: "Abrindo o painel…",
  open: "Abrir o painel",
  left: "Você saiu do painel. Para voltar, peça um novo link no Slack.",
} as const;

export const DIMENSIONS: Readonly<Record<ChartDimension, string>> = {
  month: "Mês",
  day: "Dia",
  city: "Cidade",
  operator: "Operador",
  step: "Etapa da régua",
  band: "Faixa de atraso",
  discount: "Desconto",
  deadline: "Prazo",
};

/** Those that every provider has; the others are the manager's views. */
export const BASIC: ReadonlySet<ChartName> = new Set([
  "interactions",
  "agreements-by-city",
  "outcome",
  "overdue-to-30",
  "overdue-over-30",
  "settled-by-operator",
  "spc",
  "events-by-operator",
]);
