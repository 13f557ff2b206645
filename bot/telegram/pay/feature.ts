import { type Feature, forCustomer } from "../feature.ts";
import { choosePayment, payOne } from "./choose.ts";
import { BOLETO, PAY, PAY_ONE, PIX } from "./verbs.ts";
import { sendBoleto, sendPix } from "./ways.ts";

export const pay: Feature = {
  presses: {
    [PAY]: forCustomer(choosePayment),
    [PAY_ONE]: forCustomer(payOne),
    [PIX]: forCustomer(sendPix),
    [BOLETO]: forCustomer(sendBoleto),
  },
};
