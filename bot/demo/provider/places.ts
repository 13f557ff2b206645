export type Place = {
  readonly city: string;
  readonly state: string;
  /** DDD. */
  readonly areaCode: string;
};

/** Eight states in the four time zones of Brazil: Noronha (UTC-2), the coast (-3), Amazonas and Mato Grosso (-4), Acre (-5). */
export const PLACES: readonly [Place, ...Place[]] = [
  { city: "São Paulo", state: "SP", areaCode: "11" },
  { city: "Campinas", state: "SP", areaCode: "19" },
  { city: "Sorocaba", state: "SP", areaCode: "15" },
  { city: "Ribeirão Preto", state: "SP", areaCode: "16" },
  { city: "São José dos Campos", state: "SP", areaCode: "12" },
  { city: "Bauru", state: "SP", areaCode: "14" },
  { city: "Rio de Janeiro", state: "RJ", areaCode: "21" },
  { city: "Niterói", state: "RJ", areaCode: "21" },
  { city: "Petrópolis", state: "RJ", areaCode: "24" },
  { city: "Volta Redonda", state: "RJ", areaCode: "24" },
  { city: "Belo Horizonte", state: "MG", areaCode: "31" },
  { city: "Juiz de Fora", state: "MG", areaCode: "32" },
  { city: "Uberlândia", state: "MG", areaCode: "34" },
  { city: "Montes Claros", state: "MG", areaCode: "38" },
  { city: "Salvador", state: "BA", areaCode: "71" },
  { city: "Feira de Santana", state: "BA", areaCode: "75" },
  { city: "Vitória da Conquista", state: "BA", areaCode: "77" },
  { city: "Recife", state: "PE", areaCode: "81" },
  { city: "Caruaru", state: "PE", areaCode: "81" },
  { city: "Fernando de Noronha", state: "PE", areaCode: "81" },
  { city: "Manaus", state: "AM", areaCode: "92" },
  { city: "Parintins", state: "AM", areaCode: "92" },
  { city: "Cuiabá", state: "MT", areaCode: "65" },
  { city: "Sinop", state: "MT", areaCode: "66" },
  { city: "Rio Branco", state: "AC", areaCode: "68" },
  { city: "Cruzeiro do Sul", state: "AC", areaCode: "68" },
];
