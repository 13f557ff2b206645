export type ChartLanguage = "pt-BR" | "en";
