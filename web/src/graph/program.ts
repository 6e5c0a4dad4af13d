// How a node is drawn: one small WebGL program for all shapes of the ontology.

import type Sigma from "sigma";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { shapeNumber } from "./shapes";

// The corners of a triangle in which even the widest shape has room.
const VERTEX = /*glsl*/ `
attribute vec4 a_color;
attribute vec4 a_border;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_at;
varying float v_shape;
varying float v_pixel;
const float bias = 255.0 / 254.0;
const float ROOM = 3.0;
void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 offset = radius * ROOM * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_at = offset / radius;
  v_shape = a_shape;
  v_pixel = u_correctionRatio * 2.0 / radius;
  v_color = a_color;
  v_border = a_border;
  v_color.a *= bias;
  v_border.a *= bias;
}`;

// The signed distance to the edge of a shape of radius 1, y upwards; numbers as in shapes.ts.
const FRAGMENT = /*glsl*/ `
precision highp float;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_at;
varying float v_shape;
varying float v_pixel;
float edge(vec2 p) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return max(q.x, q.y) - 0.86;
  if (v_shape < 2.5) return (q.x + q.y) * 0.7071 - 0.792;
  if (v_shape < 3.5) return max(q.y, q.x * 0.866 + q.y * 0.5) - 0.866;
  if (v_shape < 4.5) return max(max(q.x, q.y), (q.x + q.y) * 0.7071) - 0.92;
  if (v_shape < 5.5) return max((abs(p.x - 0.33 * p.y) - 0.89) * 0.95, q.y - 0.7);
  return max((q.x - (0.81 - 0.347 * p.y)) * 0.945, q.y - 0.72);
}
void main() {
  float d = edge(v_at);
  float border = max(0.13, v_pixel * 1.2);
  vec4 inside = mix(v_color, v_border, smoothstep(-border - v_pixel, -border, d));
  gl_FragColor = mix(inside, vec4(0.0), smoothstep(-v_pixel, 0.0, d));
}`;

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;
const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;

export interface Drawn extends NodeDisplayData {
  shape: string;
  border: string;
}

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
    // Nothing is drawn for picking: what is under the pointer is reckoned.
    super(gl, null, renderer);
  }

  getDefinition() {
    return {
      VERTICES: 3, VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT, METHOD: TRIANGLES as 4, UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_border", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      // A corner upwards.
      CONSTANT_DATA: [[Math.PI / 2], [(Math.PI * 7) / 6], [(Math.PI * 11) / 6]],
    };
  }

  processVisibleItem(_id: number, at: number, data: NodeDisplayData) {
    const node = data as Drawn;
    const { array } = this;
    array[at++] = node.x;
    array[at++] = node.y;
    array[at++] = node.size;
    array[at++] = shapeNumber(node.shape);
    array[at++] = floatColor(node.color);
    array[at++] = floatColor(node.border);
  }

  setUniforms({ sizeRatio, correctionRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
}
