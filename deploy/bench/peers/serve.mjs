// A peer runs in a process of its own; whoever measures calls its functions by name.
export function serve(functions) {
  process.on("message", async ({ call, name, given }) => {
    try {
      process.send({ call, result: (await functions[name](given)) ?? null });
    } catch (error) {
      process.send({ call, error: error.stack });
    }
  });
  process.on("disconnect", () => process.exit(0));
}
