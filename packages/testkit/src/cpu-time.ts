/** The milliseconds that a processor works at something: what else the machine does makes little difference to them. */
export function cpuTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}
