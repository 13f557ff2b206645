import { describe, expect, it } from "vitest";
import { EDIT_SETTING } from "#bot/slack/administration/settings.ts";
import { TURN_NEXT } from "#bot/slack/administration/view.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { CHART_NAMES } from "#core/charts.ts";
import { postDailyCharts } from "#core/use-cases/post-charts.ts";
import { textsOf } from "#reports/charts/texts.ts";
import { must } from "#test/support/desk.ts";
import { unchanged } from "#test/support/proposals.ts";
import { dayOf } from "#test/support/provider.ts";
import { slackId, theOffice } from "#test/support/slack-office.ts";
import { administering } from "./administration-support.ts";
import { relayAll } from "./approval-support.ts";

const office = theOffice();

/** `aprovacoes`, where carla and diego are: the managers read there too. */
const MANAGERS = "C2";
const PNG = [0x89, 0x50, 0x4e, 0x47];

/** An agreement in Recife, made by Ana today. */
async function anAgreement(): Promise<void> {
  const p = office();
  await p.customer("C1", { owing: { A: ["129.90", "2026-05-11"] } });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A"], unchanged(), { as: "ana" }));
}

const carla = () => office().person("carla");
const ownMessages = () => carla().messages(`D${slackId("carla")}`);

async function shown(chart: string): Promise<void> {
  await carla().slash("/cobranca", `graficos ${chart}`);
  await carla().sees("[Mostrar]");
  await carla().submit();
  await carla().sees("está na sua conversa com a Acordo");
}

describe("a chart", () => {
  it("comes as an image to the person's own conversation, with its numbers in words", async () => {
    await anAgreement();
    await shown("agreements-by-city");
    const [file] = carla().files();

    expect([...(file?.bytes?.subarray(0, 4) ?? [])]).toEqual(PNG);
    expect(file?.name).toBe("agreements-by-city.png");
    expect(ownMessages()[0]?.text).toContain("*Acordos por cidade*");
    expect(ownMessages()[0]?.text).toContain("Recife 1");
    expect(carla().screen()).toContain("Recife 1");
  });

  it.each(CHART_NAMES)("%s is shown, with data or without any", async (chart) => {
    await shown(chart);

    expect(carla().files()).toHaveLength(1);
  });

  it("is found by the beginning of its title, and chosen by hand where no such one is", async () => {
    await carla().slash("/cobranca", "graficos resultado");
    await carla().sees("[Mostrar]");
    await carla().submit();
    await carla().sees("Resultado das cobranças");
    await carla().closeModal();
    await carla().slash("/cobranca", "gráficos nenhum");
    await carla().sees("[Mostrar]");
    await carla().select("value", "legal-risk", { in: "modal" });
    await carla().submit();

    await carla().sees("Remoções de SPC a fazer");
  });

  it("is narrowed to an operator or to a city, found by search", async () => {
    await anAgreement();
    await carla().slash("/cobranca", "graficos outcome");
    await carla().sees("[Mostrar]");
    expect((await carla().search("charts.city", "rec")).map(({ value }) => value)).toEqual([
      "Recife",
    ]);
    await carla().select("charts.city", "Recife");
    await carla().submit();
    await carla().sees("está na sua conversa");

    expect(ownMessages()[0]?.text).toContain("Recife");
  });

  it("is of a period", async () => {
    await anAgreement();
    await carla().slash("/cobranca", "graficos interactions");
    await carla().sees("[Mostrar]");
    await carla().pickDate("from", "2026-07-02");
    await carla().submit();
    expect(carla().fieldErrors()).toEqual({ to: "A data final vem antes da inicial." });
    await carla().pickDate("from", "2026-06-01");
    await carla().submit();
    await carla().sees("está na sua conversa");

    expect(ownMessages()[0]?.text).toContain("(01/06/2026 a 01/07/2026");
  });

  it("says at the field what does not fit: both filters, one the chart cannot tell", async () => {
    await anAgreement();
    await carla().slash("/cobranca", "graficos agreements-by-city");
    await carla().sees("[Mostrar]");
    await carla().search("charts.operator", "an");
    await carla().select("charts.operator", "ana");
    await carla().submit();
    expect(carla().fieldErrors()).toMatchObject({
      operator: expect.stringContaining("Este gráfico não tem números separados"),
    });
    await carla().search("charts.city", "rec");
    await carla().select("charts.city", "Recife");
    await carla().submit();

    expect(carla().fieldErrors()).toMatchObject({
      city: "Escolha um operador ou uma cidade, não os dois.",
    });
  });

  it("has its numbers as CSV, with the mark that spreadsheets need", async () => {
    await anAgreement();
    await shown("agreements-by-city");
    await carla().press("charts.csv");
    await carla().sees("O arquivo CSV está na sua conversa");
    const csv = carla()
      .files()
      .find(({ name }) => name.endsWith(".csv"));

    expect(csv?.bytes?.toString()).toBe(
      "\uFEFFcity,name,series,count,amount\r\nRecife,,agreements,1,129.90\r\n",
    );
  });

  it("is published to the managers, once it is confirmed, with who did it", async () => {
    await anAgreement();
    await shown("outcome");
    await carla().press("charts.publish", { confirm: false });
    await carla().press("charts.publish", { confirm: true });
    await carla().sees("foi publicado no canal dos gestores");
    const published = office().person("diego").messages(MANAGERS);

    expect(published).toHaveLength(1);
    expect(published[0]?.text).toContain("Publicado por carla");
    expect(published[0]?.files).toHaveLength(1);
  });

  it("leads to the page of all charts, with a link of the person's own", async () => {
    await shown("spc");

    expect(JSON.stringify(carla().modal())).toContain(
      "https://acordo.example/dashboard/open/carla",
    );
  });
});

describe("the Home", () => {
  it("leads to the charts whoever may see them, and shows them to nobody else", async () => {
    await carla().openHome();
    await carla().sees("Imagens, CSV e página com todos os gráficos");
    await carla().press("charts.open", { in: "home" });
    await carla().sees("[Mostrar]");
    const ana = office().person("ana");
    await ana.openHome();

    expect(await ana.sees("## Painéis")).not.toContain("Gráficos");
  });
});

describe("charts on chosen days", () => {
  const posted = () => office().person("diego").messages(MANAGERS);
  const relay = () => relayAll(office(), { managersChannel: MANAGERS });
  const morningOf = (day: string) => postDailyCharts(office().ports, { today: dayOf(day) });

  it("are posted for the managers, once, whatever the number of processes", async () => {
    must(await office().set("charts.postOn", "wednesday, friday"));
    must(await office().set("charts.post", "legal-risk,outcome"));
    await Promise.all([morningOf("2026-07-01"), morningOf("2026-07-01")]);
    await relay();
    await relay();

    expect(posted().map(({ text }) => text.split("*")[1])).toEqual([
      "Resultado das cobranças",
      "Remoções de SPC a fazer, por prazo",
    ]);
  });

  it("come on no other day, and on none until somebody chooses one", async () => {
    expect(await morningOf("2026-07-01")).toEqual([]);
    must(await office().set("charts.postOn", "monday"));

    expect(await morningOf("2026-07-01")).toEqual([]);
    expect(await morningOf("2026-07-06")).toEqual(["outcome"]);
  });

  it("are chosen in the administration", async () => {
    const elisa = await administering(office(), "elisa", "settings");
    while (!elisa.screen().includes("Gráficos publicados nesses dias")) {
      const before = elisa.screen();
      await elisa.press(TURN_NEXT);
      await expect.poll(() => elisa.screen()).not.toBe(before);
    }
    await elisa.press(EDIT_SETTING, { value: "charts.post" });
    await elisa.sees("# Alterar configuração");
    await elisa.select("value", ["outcome", "forecast"]);
    await elisa.submit();
    await elisa.sees("Resultado das cobranças e Previsão de recebimento de acordos");
  });

  it("are refused with what may be chosen", async () => {
    expect(await office().set("charts.postOn", "funday")).toMatchObject({
      refusal: { code: "setting_invalid", expected: expect.stringContaining("monday, tuesday") },
    });
  });
});

describe("who may not see charts", () => {
  it("is told so, by the command", async () => {
    const ana = office().person("ana");
    await ana.slash("/cobranca", "graficos");

    await ana.sees("panel.charts");
  });
});

describe("the words of the charts", () => {
  it.each(["pt-BR", "en"] as const)(
    "are the same in %s where they are drawn and where they are chosen",
    (language) => {
      const { say } = createTexts(language);

      for (const chart of CHART_NAMES) {
        expect(say(`chart-${chart}`)).toBe(textsOf(language).titles[chart]);
      }
    },
  );
});
