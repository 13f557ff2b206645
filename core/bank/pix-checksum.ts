const POLYNOMIAL = 0x1021;
const INITIAL = 0xffff;
const MASK = 0xffff;
const HIGH_BIT = 0x8000;

/** CRC-16/CCITT-FALSE in four hexadecimal digits, over ASCII text: the check value of "123456789" is 29B1. */
export function checksum(ascii: string): string {
  let crc = INITIAL;
  for (let index = 0; index < ascii.length; index++) {
    crc ^= (ascii.charCodeAt(index) & 0xff) << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & HIGH_BIT ? ((crc << 1) ^ POLYNOMIAL) & MASK : (crc << 1) & MASK;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}
