import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whom the server runs as; undefined is whoever runs Node. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. Root therefore hands the server to the owner of the cluster, so that a folder first used
 * by an ordinary user stays that user's; for a new cluster to the system's `postgres`, or else to `nobody`.
 */
export function serverUser(cluster: string | undefined): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  if (cluster !== undefined && existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const user = userNamed("postgres") ?? userNamed("nobody");
  if (user !== undefined) return user;
  throw new Error(
    "PostgreSQL may not run as root, and this machine has no user 'postgres' or 'nobody' to run it as. Run Acordo as an ordinary user, or set DATABASE_URL.",
  );
}

/** Asked of the kernel as that user, since ancestors' modes, ACLs and mount options all have a say. */
export const canReach = (user: ServerUser, path: string): boolean =>
  user === undefined || spawnSync("test", ["-x", path], user).status === 0;

/** A folder of root's that the server's user can pass through, for what it cannot reach where it is. */
export function reachableFolder(user: ServerUser): string {
  const found = ["/var/lib/acordo", join(tmpdir(), "acordo-server"), "/tmp/acordo-server"].find(
    (folder) => isOurs(folder) && canReach(user, folder),
  );
  if (found !== undefined) return found;
  throw new Error(
    "Found no folder that the PostgreSQL server's user can reach. Set ACORDO_DATA to one outside root's home, or set DATABASE_URL.",
  );
}

/** A folder in /tmp may have been put there by somebody else. */
function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    if (!lstatSync(folder).isDirectory() || lstatSync(folder).uid !== 0) return false;
    chmodSync(folder, 0o711);
    return true;
  } catch {
    return false;
  }
}

function userNamed(name: string): ServerUser {
  const ask = (flag: string) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [uid, gid] = [ask("-u"), ask("-g")];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
