import type { FastifyHelmetOptions } from "@fastify/helmet";

/** Pages hold no script, load nothing from elsewhere, and stand in nobody's frame. */
export const securityHeaders = (publicUrl: string | undefined): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      imgSrc: ["'self'"],
      styleSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: "deny" },
  referrerPolicy: { policy: "no-referrer" },
  crossOriginResourcePolicy: { policy: "same-origin" },
  // Only where the address says so: a plain one would be locked out of its own server.
  strictTransportSecurity:
    publicUrl?.startsWith("https:") === true ? { maxAge: 31_536_000 } : false,
});
