import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

export const DOCS_PREFIX = "/docs";

/** To be registered before the routes that it describes. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Acordo",
        version,
        description:
          "For the billing system: payments, banks' return files and imports. Amounts are decimal strings in R$ (129.90), dates YYYY-MM-DD, errors application/problem+json. Tokens are made with the command token add.",
      },
      tags: [
        { name: "payments", description: "Money that reached the provider" },
        { name: "returns", description: "What banks tell of boletos" },
        { name: "imports", description: "Customers, contracts, invoices and the rest" },
      ],
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer", description: "Made with the command token add" },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
}

/** The document as a page, and as JSON under /docs/json. Everything on it comes from here, but its own styles stand inline. */
export async function showApi(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: DOCS_PREFIX,
    uiConfig: { deepLinking: true, supportedSubmitMethods: [], validatorUrl: null },
    staticCSP: {
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self' 'unsafe-inline'",
      "img-src": "'self' data:",
      "connect-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
    },
  });
}
