import { Counter, Histogram, type Registry } from 'prom-client';

/** Time per request; the route is the contract's, with no id in it. */
export function httpMetrics(registry: Registry) {
  const seconds = new Histogram({
    name: 'baton_http_request_seconds',
    help: 'Time from the request to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const overloaded = new Counter({
    name: 'baton_http_overloaded_total',
    help: 'Requests refused at the door, by the limit that was passed',
    labelNames: ['why'],
    registers: [registry],
  });
  return {
    overloaded(why: string): void {
      overloaded.inc({ why });
    },
    observe(request: { method: string; route: string; status: number; seconds: number }): void {
      const { method, route } = request;
      seconds.observe({ method, route, status: `${Math.floor(request.status / 100)}xx` }, request.seconds);
    },
  };
}

export type HttpMetrics = ReturnType<typeof httpMetrics>;
