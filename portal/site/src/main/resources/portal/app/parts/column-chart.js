/** Columns beside each other, as a picture. Whoever shows it shows its table too. */
import { html, nothing, svg } from '../../lib/lit-html/lit-html.js';

const PLOT = { top: 20, height: 110, bottom: 24 };

/** Fewer columns are not made wider than these would be. */
const FEWEST = 4;

/**
 * @param label what the picture shows, for those who hear it
 * @param columns `{label, name, text, parts}`: what stands below and above a column, what it says in
 *   full, and what it is made of, `{kind, value}`, from the axis on
 */
export function columnChart(label, columns) {
  const highest = Math.max(0, ...columns.map(column => above(column.parts)));
  const lowest = Math.min(0, ...columns.map(column => below(column.parts)));
  const y = value => PLOT.top + ((highest - value) / (highest - lowest || 1)) * PLOT.height;
  const width = 100 / Math.max(columns.length, FEWEST);
  const foot = PLOT.top + PLOT.height + PLOT.bottom;
  const spoken = columns.map(({ name }) => name).join('; ');
  return html`
    <svg class="chart" width="100%" height=${foot} role="img" aria-label="${label}: ${spoken}">
      ${columns.map((column, index) => {
        const middle = `${width * (index + 0.5)}%`;
        return svg`
          <g>
            <title>${column.name}</title>
            ${stacked(column.parts).map(
              ({ kind, from, to }) => svg`
                <rect
                  class=${kind}
                  x="${width * (index + 0.15)}%"
                  width="${width * 0.7}%"
                  y=${Math.min(y(from), y(to))}
                  height=${Math.abs(y(from) - y(to))}
                />`
            )}
            <text class="value" x=${middle} y=${y(above(column.parts)) - 5}>${column.text ?? nothing}</text>
            <text x=${middle} y=${foot - 6}>${column.label ?? nothing}</text>
          </g>`;
      })}
      <line class="axis" x1="0" x2="100%" y1=${y(0)} y2=${y(0)} />
    </svg>
  `;
}

/** What is positive is piled up, what is negative hangs down. */
function stacked(parts) {
  let up = 0;
  let down = 0;
  return parts.map(({ kind, value }) => {
    const from = value < 0 ? down : up;
    const to = from + value;
    if (value < 0) {
      down = to;
    } else {
      up = to;
    }
    return { kind, from, to };
  });
}

function above(parts) {
  return parts.reduce((all, { value }) => all + Math.max(0, value), 0);
}

function below(parts) {
  return parts.reduce((all, { value }) => all + Math.min(0, value), 0);
}
