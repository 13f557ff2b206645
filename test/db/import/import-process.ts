/** An import in a process of its own, for a test to kill: URL of the database, file. */
import { createReadStream } from "node:fs";
import { connect } from "#db/client.ts";
import { importFile } from "#db/import/import-file.ts";
import { TODAY } from "./fixture.ts";

const [url = "", file = ""] = process.argv.slice(2);
const database = await connect(url);
await importFile(database.sql, createReadStream(file), { format: "auto", today: TODAY });
await database.close();
