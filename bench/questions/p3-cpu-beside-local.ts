import { NAMES, SATURATED, wholeProductRace, type Runner, type WholeProductRace } from '../races/whole-product.ts';
import { atMost, type Figure, type Question } from '../question.ts';
import { ratios } from '../race.ts';

export const question: Question = {
  id: 'P3',
  question: 'CPU of a transfer, whole machine, 64 at once',
  against: 'bare Temporal, local activity per step',
  goal: { value: atMost(1.25) },
  async run(context) {
    const raced = await wholeProductRace(context);
    return {
      measures: { value: ratios(machineOf(raced, 'product'), machineOf(raced, 'local')) },
      figures: (['product', 'remote', 'local'] as const).flatMap((runner) => cpuFigures(raced, runner)),
    };
  },
};

const machineOf = ({ laps }: WholeProductRace, runner: Runner): number[] =>
  laps[runner].map((one) => one[SATURATED]!.machineMs);

function cpuFigures(raced: WholeProductRace, runner: Runner): Figure[] {
  const laps = raced.laps[runner].map((one) => one[SATURATED]!);
  const parts = Object.keys(laps[0]!.byProcess).map((name) => ({
    name: `${NAMES[runner]}: ${name}`,
    unit: 'ms',
    values: laps.map(({ byProcess }) => byProcess[name]!),
  }));
  return [{ name: `${NAMES[runner]}: machine`, unit: 'ms', values: machineOf(raced, runner) }, ...parts];
}
