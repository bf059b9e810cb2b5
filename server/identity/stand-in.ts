import { importedVisitor } from './people.ts';

/** The visitor that stands for what others tell of whoever has this key: it has no device, and never comes itself. */
export function standIn(key: string): string {
  return key.startsWith('customer:') ? importedVisitor(key.slice('customer:'.length)) : key.replace(':', '-');
}

/** True for a visitor who came by a browser. */
export function isDevice(visitor: string): boolean {
  return !/^(customer-|email-.+@|phone-\+?\d)/.test(visitor);
}
