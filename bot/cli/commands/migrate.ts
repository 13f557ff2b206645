import { define } from "../command.ts";

export const migrate = define({
  name: "migrate",
  help: "Brings the database up to date. On the embedded database other commands do it by themselves.",
  example: "",
  async work({ shell, config }) {
    const { database, migrated } = await shell.migrate(config);
    return {
      json: { database, migrated },
      text: [`The ${database} database is up to date: ${migrated} migration(s) ran.`],
    };
  },
});
