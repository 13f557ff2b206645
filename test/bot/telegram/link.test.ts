import { beforeEach, describe, expect, it } from "vitest";
import { type Counter, theCounter } from "#test/support/telegram-office.ts";

describe.each(["polling", "webhook"] as const)("a one-time link, by %s", (transport) => {
  const open = theCounter({ transport });
  let counter: Counter;
  beforeEach(async () => {
    counter = open();
    await counter.customer("C1", { owing: { A: ["129.90", "2026-06-01"] } });
  });

  it("shows whoever opens it the menu, by name and without an amount", async () => {
    const maria = counter.person("Maria");
    maria.opens(await counter.link("C1"));
    const screen = await maria.sees("confirmamos que é você");
    expect(screen).toContain("Olá, Cliente!");
    expect(screen).not.toMatch(/R\$|129/);
    expect(maria.buttons()).toContain("Não sou Cliente");
  });

  it("lets nobody else in once it was used, and says only that it is no good", async () => {
    const link = await counter.link("C1");
    const maria = counter.person("Maria");
    maria.opens(link);
    await maria.sees("confirmamos");
    const thief = counter.person("Zeca");
    thief.opens(link);
    const screen = await thief.sees("Este link não vale mais");
    expect(screen).toContain("CPF ou CNPJ");
    expect(screen).not.toContain("Cliente");
  });
});
