import { z } from 'zod';

/** Whether visitors are helped with the shop's order form. */
export const OrderForm = z.strictObject({
  fills: z.boolean(),
  /** Fields that the shop's own word has filled in go out of sight. */
  shorter: z.boolean(),
});

export type OrderForm = z.infer<typeof OrderForm>;

/** A new shop's form is left alone. */
export const usualOrderForm: OrderForm = { fills: false, shorter: false };
