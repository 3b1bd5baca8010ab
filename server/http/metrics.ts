// Figures for the operator in Prometheus' text form: no room names, no personal labels. Called by app.ts.
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** Figures read at each scrape. */
export interface Figures {
  sessions: number
  sockets: number
  documents: number
  documentConnections: number
  diverged: number
  strain: number
  hooksWaiting: number
  hooksLost: number
}

export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
}

/** Event loop, memory and CPU by the library; our own gauges read `figures` when asked. */
export function createMetrics(figures: () => Figures): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register, prefix: 'tablee_' })
  const gauge = (name: string, help: string, key: keyof Figures) =>
    new Gauge({
      name: `tablee_${name}`,
      help,
      registers: [register],
      collect() {
        this.set(figures()[key])
      },
    })
  gauge('sessions', 'Workshops held in memory', 'sessions')
  gauge('session_sockets', 'Open session sockets', 'sockets')
  gauge('documents', 'Documents held in memory', 'documents')
  gauge('document_sockets', 'Open document sockets', 'documentConnections')
  gauge(
    'strain',
    'What gives way: 0 nothing, 1 windows and cursors, 2 newcomers and large files too',
    'strain',
  )
  gauge('sync_divergence_total', 'Replicas found to differ from what is stored', 'diverged')
  gauge('webhooks_waiting', 'Webhooks still to be told', 'hooksWaiting')
  gauge('webhooks_lost_total', 'Webhooks given up', 'hooksLost')
  return { contentType: register.contentType, text: () => register.metrics() }
}
