var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e3) {
    throw mod = 0, e3;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/events/events.js
var require_events = __commonJS({
  "node_modules/events/events.js"(exports, module) {
    "use strict";
    var R = typeof Reflect === "object" ? Reflect : null;
    var ReflectApply = R && typeof R.apply === "function" ? R.apply : function ReflectApply2(target, receiver, args) {
      return Function.prototype.apply.call(target, receiver, args);
    };
    var ReflectOwnKeys;
    if (R && typeof R.ownKeys === "function") {
      ReflectOwnKeys = R.ownKeys;
    } else if (Object.getOwnPropertySymbols) {
      ReflectOwnKeys = function ReflectOwnKeys2(target) {
        return Object.getOwnPropertyNames(target).concat(Object.getOwnPropertySymbols(target));
      };
    } else {
      ReflectOwnKeys = function ReflectOwnKeys2(target) {
        return Object.getOwnPropertyNames(target);
      };
    }
    function ProcessEmitWarning(warning) {
      if (console && console.warn) console.warn(warning);
    }
    var NumberIsNaN = Number.isNaN || function NumberIsNaN2(value) {
      return value !== value;
    };
    function EventEmitter3() {
      EventEmitter3.init.call(this);
    }
    module.exports = EventEmitter3;
    module.exports.once = once;
    EventEmitter3.EventEmitter = EventEmitter3;
    EventEmitter3.prototype._events = void 0;
    EventEmitter3.prototype._eventsCount = 0;
    EventEmitter3.prototype._maxListeners = void 0;
    var defaultMaxListeners = 10;
    function checkListener(listener) {
      if (typeof listener !== "function") {
        throw new TypeError('The "listener" argument must be of type Function. Received type ' + typeof listener);
      }
    }
    Object.defineProperty(EventEmitter3, "defaultMaxListeners", {
      enumerable: true,
      get: function() {
        return defaultMaxListeners;
      },
      set: function(arg) {
        if (typeof arg !== "number" || arg < 0 || NumberIsNaN(arg)) {
          throw new RangeError('The value of "defaultMaxListeners" is out of range. It must be a non-negative number. Received ' + arg + ".");
        }
        defaultMaxListeners = arg;
      }
    });
    EventEmitter3.init = function() {
      if (this._events === void 0 || this._events === Object.getPrototypeOf(this)._events) {
        this._events = /* @__PURE__ */ Object.create(null);
        this._eventsCount = 0;
      }
      this._maxListeners = this._maxListeners || void 0;
    };
    EventEmitter3.prototype.setMaxListeners = function setMaxListeners(n2) {
      if (typeof n2 !== "number" || n2 < 0 || NumberIsNaN(n2)) {
        throw new RangeError('The value of "n" is out of range. It must be a non-negative number. Received ' + n2 + ".");
      }
      this._maxListeners = n2;
      return this;
    };
    function _getMaxListeners(that) {
      if (that._maxListeners === void 0)
        return EventEmitter3.defaultMaxListeners;
      return that._maxListeners;
    }
    EventEmitter3.prototype.getMaxListeners = function getMaxListeners() {
      return _getMaxListeners(this);
    };
    EventEmitter3.prototype.emit = function emit(type) {
      var args = [];
      for (var i3 = 1; i3 < arguments.length; i3++) args.push(arguments[i3]);
      var doError = type === "error";
      var events2 = this._events;
      if (events2 !== void 0)
        doError = doError && events2.error === void 0;
      else if (!doError)
        return false;
      if (doError) {
        var er;
        if (args.length > 0)
          er = args[0];
        if (er instanceof Error) {
          throw er;
        }
        var err = new Error("Unhandled error." + (er ? " (" + er.message + ")" : ""));
        err.context = er;
        throw err;
      }
      var handler = events2[type];
      if (handler === void 0)
        return false;
      if (typeof handler === "function") {
        ReflectApply(handler, this, args);
      } else {
        var len = handler.length;
        var listeners2 = arrayClone(handler, len);
        for (var i3 = 0; i3 < len; ++i3)
          ReflectApply(listeners2[i3], this, args);
      }
      return true;
    };
    function _addListener(target, type, listener, prepend) {
      var m3;
      var events2;
      var existing;
      checkListener(listener);
      events2 = target._events;
      if (events2 === void 0) {
        events2 = target._events = /* @__PURE__ */ Object.create(null);
        target._eventsCount = 0;
      } else {
        if (events2.newListener !== void 0) {
          target.emit(
            "newListener",
            type,
            listener.listener ? listener.listener : listener
          );
          events2 = target._events;
        }
        existing = events2[type];
      }
      if (existing === void 0) {
        existing = events2[type] = listener;
        ++target._eventsCount;
      } else {
        if (typeof existing === "function") {
          existing = events2[type] = prepend ? [listener, existing] : [existing, listener];
        } else if (prepend) {
          existing.unshift(listener);
        } else {
          existing.push(listener);
        }
        m3 = _getMaxListeners(target);
        if (m3 > 0 && existing.length > m3 && !existing.warned) {
          existing.warned = true;
          var w3 = new Error("Possible EventEmitter memory leak detected. " + existing.length + " " + String(type) + " listeners added. Use emitter.setMaxListeners() to increase limit");
          w3.name = "MaxListenersExceededWarning";
          w3.emitter = target;
          w3.type = type;
          w3.count = existing.length;
          ProcessEmitWarning(w3);
        }
      }
      return target;
    }
    EventEmitter3.prototype.addListener = function addListener(type, listener) {
      return _addListener(this, type, listener, false);
    };
    EventEmitter3.prototype.on = EventEmitter3.prototype.addListener;
    EventEmitter3.prototype.prependListener = function prependListener(type, listener) {
      return _addListener(this, type, listener, true);
    };
    function onceWrapper() {
      if (!this.fired) {
        this.target.removeListener(this.type, this.wrapFn);
        this.fired = true;
        if (arguments.length === 0)
          return this.listener.call(this.target);
        return this.listener.apply(this.target, arguments);
      }
    }
    function _onceWrap(target, type, listener) {
      var state = { fired: false, wrapFn: void 0, target, type, listener };
      var wrapped2 = onceWrapper.bind(state);
      wrapped2.listener = listener;
      state.wrapFn = wrapped2;
      return wrapped2;
    }
    EventEmitter3.prototype.once = function once2(type, listener) {
      checkListener(listener);
      this.on(type, _onceWrap(this, type, listener));
      return this;
    };
    EventEmitter3.prototype.prependOnceListener = function prependOnceListener(type, listener) {
      checkListener(listener);
      this.prependListener(type, _onceWrap(this, type, listener));
      return this;
    };
    EventEmitter3.prototype.removeListener = function removeListener(type, listener) {
      var list, events2, position, i3, originalListener;
      checkListener(listener);
      events2 = this._events;
      if (events2 === void 0)
        return this;
      list = events2[type];
      if (list === void 0)
        return this;
      if (list === listener || list.listener === listener) {
        if (--this._eventsCount === 0)
          this._events = /* @__PURE__ */ Object.create(null);
        else {
          delete events2[type];
          if (events2.removeListener)
            this.emit("removeListener", type, list.listener || listener);
        }
      } else if (typeof list !== "function") {
        position = -1;
        for (i3 = list.length - 1; i3 >= 0; i3--) {
          if (list[i3] === listener || list[i3].listener === listener) {
            originalListener = list[i3].listener;
            position = i3;
            break;
          }
        }
        if (position < 0)
          return this;
        if (position === 0)
          list.shift();
        else {
          spliceOne(list, position);
        }
        if (list.length === 1)
          events2[type] = list[0];
        if (events2.removeListener !== void 0)
          this.emit("removeListener", type, originalListener || listener);
      }
      return this;
    };
    EventEmitter3.prototype.off = EventEmitter3.prototype.removeListener;
    EventEmitter3.prototype.removeAllListeners = function removeAllListeners(type) {
      var listeners2, events2, i3;
      events2 = this._events;
      if (events2 === void 0)
        return this;
      if (events2.removeListener === void 0) {
        if (arguments.length === 0) {
          this._events = /* @__PURE__ */ Object.create(null);
          this._eventsCount = 0;
        } else if (events2[type] !== void 0) {
          if (--this._eventsCount === 0)
            this._events = /* @__PURE__ */ Object.create(null);
          else
            delete events2[type];
        }
        return this;
      }
      if (arguments.length === 0) {
        var keys = Object.keys(events2);
        var key;
        for (i3 = 0; i3 < keys.length; ++i3) {
          key = keys[i3];
          if (key === "removeListener") continue;
          this.removeAllListeners(key);
        }
        this.removeAllListeners("removeListener");
        this._events = /* @__PURE__ */ Object.create(null);
        this._eventsCount = 0;
        return this;
      }
      listeners2 = events2[type];
      if (typeof listeners2 === "function") {
        this.removeListener(type, listeners2);
      } else if (listeners2 !== void 0) {
        for (i3 = listeners2.length - 1; i3 >= 0; i3--) {
          this.removeListener(type, listeners2[i3]);
        }
      }
      return this;
    };
    function _listeners(target, type, unwrap) {
      var events2 = target._events;
      if (events2 === void 0)
        return [];
      var evlistener = events2[type];
      if (evlistener === void 0)
        return [];
      if (typeof evlistener === "function")
        return unwrap ? [evlistener.listener || evlistener] : [evlistener];
      return unwrap ? unwrapListeners(evlistener) : arrayClone(evlistener, evlistener.length);
    }
    EventEmitter3.prototype.listeners = function listeners2(type) {
      return _listeners(this, type, true);
    };
    EventEmitter3.prototype.rawListeners = function rawListeners(type) {
      return _listeners(this, type, false);
    };
    EventEmitter3.listenerCount = function(emitter, type) {
      if (typeof emitter.listenerCount === "function") {
        return emitter.listenerCount(type);
      } else {
        return listenerCount.call(emitter, type);
      }
    };
    EventEmitter3.prototype.listenerCount = listenerCount;
    function listenerCount(type) {
      var events2 = this._events;
      if (events2 !== void 0) {
        var evlistener = events2[type];
        if (typeof evlistener === "function") {
          return 1;
        } else if (evlistener !== void 0) {
          return evlistener.length;
        }
      }
      return 0;
    }
    EventEmitter3.prototype.eventNames = function eventNames() {
      return this._eventsCount > 0 ? ReflectOwnKeys(this._events) : [];
    };
    function arrayClone(arr, n2) {
      var copy2 = new Array(n2);
      for (var i3 = 0; i3 < n2; ++i3)
        copy2[i3] = arr[i3];
      return copy2;
    }
    function spliceOne(list, index) {
      for (; index + 1 < list.length; index++)
        list[index] = list[index + 1];
      list.pop();
    }
    function unwrapListeners(arr) {
      var ret = new Array(arr.length);
      for (var i3 = 0; i3 < ret.length; ++i3) {
        ret[i3] = arr[i3].listener || arr[i3];
      }
      return ret;
    }
    function once(emitter, name) {
      return new Promise(function(resolve, reject) {
        function errorListener(err) {
          emitter.removeListener(name, resolver);
          reject(err);
        }
        function resolver() {
          if (typeof emitter.removeListener === "function") {
            emitter.removeListener("error", errorListener);
          }
          resolve([].slice.call(arguments));
        }
        ;
        eventTargetAgnosticAddListener(emitter, name, resolver, { once: true });
        if (name !== "error") {
          addErrorHandlerIfEventEmitter(emitter, errorListener, { once: true });
        }
      });
    }
    function addErrorHandlerIfEventEmitter(emitter, handler, flags) {
      if (typeof emitter.on === "function") {
        eventTargetAgnosticAddListener(emitter, "error", handler, flags);
      }
    }
    function eventTargetAgnosticAddListener(emitter, name, listener, flags) {
      if (typeof emitter.on === "function") {
        if (flags.once) {
          emitter.once(name, listener);
        } else {
          emitter.on(name, listener);
        }
      } else if (typeof emitter.addEventListener === "function") {
        emitter.addEventListener(name, function wrapListener(arg) {
          if (flags.once) {
            emitter.removeEventListener(name, wrapListener);
          }
          listener(arg);
        });
      } else {
        throw new TypeError('The "emitter" argument must be of type EventEmitter. Received type ' + typeof emitter);
      }
    }
  }
});

// node_modules/graphology-utils/is-graph.js
var require_is_graph = __commonJS({
  "node_modules/graphology-utils/is-graph.js"(exports, module) {
    module.exports = function isGraph2(value) {
      return value !== null && typeof value === "object" && typeof value.addUndirectedEdgeWithKey === "function" && typeof value.dropNode === "function" && typeof value.multi === "boolean";
    };
  }
});

// node_modules/graphology-utils/getters.js
var require_getters = __commonJS({
  "node_modules/graphology-utils/getters.js"(exports) {
    function coerceWeight(value) {
      if (typeof value !== "number" || isNaN(value)) return 1;
      return value;
    }
    function createNodeValueGetter(nameOrFunction, defaultValue) {
      var getter = {};
      var coerceToDefault = function(v3) {
        if (typeof v3 === "undefined") return defaultValue;
        return v3;
      };
      if (typeof defaultValue === "function") coerceToDefault = defaultValue;
      var get2 = function(attributes) {
        return coerceToDefault(attributes[nameOrFunction]);
      };
      var returnDefault = function() {
        return coerceToDefault(void 0);
      };
      if (typeof nameOrFunction === "string") {
        getter.fromAttributes = get2;
        getter.fromGraph = function(graph, node) {
          return get2(graph.getNodeAttributes(node));
        };
        getter.fromEntry = function(node, attributes) {
          return get2(attributes);
        };
      } else if (typeof nameOrFunction === "function") {
        getter.fromAttributes = function() {
          throw new Error(
            "graphology-utils/getters/createNodeValueGetter: irrelevant usage."
          );
        };
        getter.fromGraph = function(graph, node) {
          return coerceToDefault(
            nameOrFunction(node, graph.getNodeAttributes(node))
          );
        };
        getter.fromEntry = function(node, attributes) {
          return coerceToDefault(nameOrFunction(node, attributes));
        };
      } else {
        getter.fromAttributes = returnDefault;
        getter.fromGraph = returnDefault;
        getter.fromEntry = returnDefault;
      }
      return getter;
    }
    function createEdgeValueGetter(nameOrFunction, defaultValue) {
      var getter = {};
      var coerceToDefault = function(v3) {
        if (typeof v3 === "undefined") return defaultValue;
        return v3;
      };
      if (typeof defaultValue === "function") coerceToDefault = defaultValue;
      var get2 = function(attributes) {
        return coerceToDefault(attributes[nameOrFunction]);
      };
      var returnDefault = function() {
        return coerceToDefault(void 0);
      };
      if (typeof nameOrFunction === "string") {
        getter.fromAttributes = get2;
        getter.fromGraph = function(graph, edge) {
          return get2(graph.getEdgeAttributes(edge));
        };
        getter.fromEntry = function(edge, attributes) {
          return get2(attributes);
        };
        getter.fromPartialEntry = getter.fromEntry;
        getter.fromMinimalEntry = getter.fromEntry;
      } else if (typeof nameOrFunction === "function") {
        getter.fromAttributes = function() {
          throw new Error(
            "graphology-utils/getters/createEdgeValueGetter: irrelevant usage."
          );
        };
        getter.fromGraph = function(graph, edge) {
          var extremities = graph.extremities(edge);
          return coerceToDefault(
            nameOrFunction(
              edge,
              graph.getEdgeAttributes(edge),
              extremities[0],
              extremities[1],
              graph.getNodeAttributes(extremities[0]),
              graph.getNodeAttributes(extremities[1]),
              graph.isUndirected(edge)
            )
          );
        };
        getter.fromEntry = function(e3, a4, s3, t4, sa, ta, u3) {
          return coerceToDefault(nameOrFunction(e3, a4, s3, t4, sa, ta, u3));
        };
        getter.fromPartialEntry = function(e3, a4, s3, t4) {
          return coerceToDefault(nameOrFunction(e3, a4, s3, t4));
        };
        getter.fromMinimalEntry = function(e3, a4) {
          return coerceToDefault(nameOrFunction(e3, a4));
        };
      } else {
        getter.fromAttributes = returnDefault;
        getter.fromGraph = returnDefault;
        getter.fromEntry = returnDefault;
        getter.fromMinimalEntry = returnDefault;
      }
      return getter;
    }
    exports.createNodeValueGetter = createNodeValueGetter;
    exports.createEdgeValueGetter = createEdgeValueGetter;
    exports.createEdgeWeightGetter = function(name) {
      return createEdgeValueGetter(name, coerceWeight);
    };
  }
});

// node_modules/graphology-layout-forceatlas2/iterate.js
var require_iterate = __commonJS({
  "node_modules/graphology-layout-forceatlas2/iterate.js"(exports, module) {
    var NODE_X = 0;
    var NODE_Y = 1;
    var NODE_DX = 2;
    var NODE_DY = 3;
    var NODE_OLD_DX = 4;
    var NODE_OLD_DY = 5;
    var NODE_MASS = 6;
    var NODE_CONVERGENCE = 7;
    var NODE_SIZE = 8;
    var NODE_FIXED = 9;
    var EDGE_SOURCE = 0;
    var EDGE_TARGET = 1;
    var EDGE_WEIGHT = 2;
    var REGION_NODE = 0;
    var REGION_CENTER_X = 1;
    var REGION_CENTER_Y = 2;
    var REGION_SIZE = 3;
    var REGION_NEXT_SIBLING = 4;
    var REGION_FIRST_CHILD = 5;
    var REGION_MASS = 6;
    var REGION_MASS_CENTER_X = 7;
    var REGION_MASS_CENTER_Y = 8;
    var SUBDIVISION_ATTEMPTS = 3;
    var PPN = 10;
    var PPE = 3;
    var PPR = 9;
    var MAX_FORCE = 10;
    module.exports = function iterate(options, NodeMatrix, EdgeMatrix) {
      var l3, r3, n2, n12, n22, rn, e3, w3, g3, s3;
      var order = NodeMatrix.length, size2 = EdgeMatrix.length;
      var adjustSizes = options.adjustSizes;
      var thetaSquared = options.barnesHutTheta * options.barnesHutTheta;
      var outboundAttCompensation, coefficient, xDist, yDist, ewc, distance2, factor;
      var RegionMatrix = [];
      for (n2 = 0; n2 < order; n2 += PPN) {
        NodeMatrix[n2 + NODE_OLD_DX] = NodeMatrix[n2 + NODE_DX];
        NodeMatrix[n2 + NODE_OLD_DY] = NodeMatrix[n2 + NODE_DY];
        NodeMatrix[n2 + NODE_DX] = 0;
        NodeMatrix[n2 + NODE_DY] = 0;
      }
      if (options.outboundAttractionDistribution) {
        outboundAttCompensation = 0;
        for (n2 = 0; n2 < order; n2 += PPN) {
          outboundAttCompensation += NodeMatrix[n2 + NODE_MASS];
        }
        outboundAttCompensation /= order / PPN;
      }
      if (options.barnesHutOptimize) {
        var minX = Infinity, maxX = -Infinity, minY = Infinity, maxY = -Infinity, q2, q22, subdivisionAttempts;
        for (n2 = 0; n2 < order; n2 += PPN) {
          minX = Math.min(minX, NodeMatrix[n2 + NODE_X]);
          maxX = Math.max(maxX, NodeMatrix[n2 + NODE_X]);
          minY = Math.min(minY, NodeMatrix[n2 + NODE_Y]);
          maxY = Math.max(maxY, NodeMatrix[n2 + NODE_Y]);
        }
        var dx = maxX - minX, dy = maxY - minY;
        if (dx > dy) {
          minY -= (dx - dy) / 2;
          maxY = minY + dx;
        } else {
          minX -= (dy - dx) / 2;
          maxX = minX + dy;
        }
        RegionMatrix[0 + REGION_NODE] = -1;
        RegionMatrix[0 + REGION_CENTER_X] = (minX + maxX) / 2;
        RegionMatrix[0 + REGION_CENTER_Y] = (minY + maxY) / 2;
        RegionMatrix[0 + REGION_SIZE] = Math.max(maxX - minX, maxY - minY);
        RegionMatrix[0 + REGION_NEXT_SIBLING] = -1;
        RegionMatrix[0 + REGION_FIRST_CHILD] = -1;
        RegionMatrix[0 + REGION_MASS] = 0;
        RegionMatrix[0 + REGION_MASS_CENTER_X] = 0;
        RegionMatrix[0 + REGION_MASS_CENTER_Y] = 0;
        l3 = 1;
        for (n2 = 0; n2 < order; n2 += PPN) {
          r3 = 0;
          subdivisionAttempts = SUBDIVISION_ATTEMPTS;
          while (true) {
            if (RegionMatrix[r3 + REGION_FIRST_CHILD] >= 0) {
              if (NodeMatrix[n2 + NODE_X] < RegionMatrix[r3 + REGION_CENTER_X]) {
                if (NodeMatrix[n2 + NODE_Y] < RegionMatrix[r3 + REGION_CENTER_Y]) {
                  q2 = RegionMatrix[r3 + REGION_FIRST_CHILD];
                } else {
                  q2 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR;
                }
              } else {
                if (NodeMatrix[n2 + NODE_Y] < RegionMatrix[r3 + REGION_CENTER_Y]) {
                  q2 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR * 2;
                } else {
                  q2 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR * 3;
                }
              }
              RegionMatrix[r3 + REGION_MASS_CENTER_X] = (RegionMatrix[r3 + REGION_MASS_CENTER_X] * RegionMatrix[r3 + REGION_MASS] + NodeMatrix[n2 + NODE_X] * NodeMatrix[n2 + NODE_MASS]) / (RegionMatrix[r3 + REGION_MASS] + NodeMatrix[n2 + NODE_MASS]);
              RegionMatrix[r3 + REGION_MASS_CENTER_Y] = (RegionMatrix[r3 + REGION_MASS_CENTER_Y] * RegionMatrix[r3 + REGION_MASS] + NodeMatrix[n2 + NODE_Y] * NodeMatrix[n2 + NODE_MASS]) / (RegionMatrix[r3 + REGION_MASS] + NodeMatrix[n2 + NODE_MASS]);
              RegionMatrix[r3 + REGION_MASS] += NodeMatrix[n2 + NODE_MASS];
              r3 = q2;
              continue;
            } else {
              if (RegionMatrix[r3 + REGION_NODE] < 0) {
                RegionMatrix[r3 + REGION_NODE] = n2;
                break;
              } else {
                RegionMatrix[r3 + REGION_FIRST_CHILD] = l3 * PPR;
                w3 = RegionMatrix[r3 + REGION_SIZE] / 2;
                g3 = RegionMatrix[r3 + REGION_FIRST_CHILD];
                RegionMatrix[g3 + REGION_NODE] = -1;
                RegionMatrix[g3 + REGION_CENTER_X] = RegionMatrix[r3 + REGION_CENTER_X] - w3;
                RegionMatrix[g3 + REGION_CENTER_Y] = RegionMatrix[r3 + REGION_CENTER_Y] - w3;
                RegionMatrix[g3 + REGION_SIZE] = w3;
                RegionMatrix[g3 + REGION_NEXT_SIBLING] = g3 + PPR;
                RegionMatrix[g3 + REGION_FIRST_CHILD] = -1;
                RegionMatrix[g3 + REGION_MASS] = 0;
                RegionMatrix[g3 + REGION_MASS_CENTER_X] = 0;
                RegionMatrix[g3 + REGION_MASS_CENTER_Y] = 0;
                g3 += PPR;
                RegionMatrix[g3 + REGION_NODE] = -1;
                RegionMatrix[g3 + REGION_CENTER_X] = RegionMatrix[r3 + REGION_CENTER_X] - w3;
                RegionMatrix[g3 + REGION_CENTER_Y] = RegionMatrix[r3 + REGION_CENTER_Y] + w3;
                RegionMatrix[g3 + REGION_SIZE] = w3;
                RegionMatrix[g3 + REGION_NEXT_SIBLING] = g3 + PPR;
                RegionMatrix[g3 + REGION_FIRST_CHILD] = -1;
                RegionMatrix[g3 + REGION_MASS] = 0;
                RegionMatrix[g3 + REGION_MASS_CENTER_X] = 0;
                RegionMatrix[g3 + REGION_MASS_CENTER_Y] = 0;
                g3 += PPR;
                RegionMatrix[g3 + REGION_NODE] = -1;
                RegionMatrix[g3 + REGION_CENTER_X] = RegionMatrix[r3 + REGION_CENTER_X] + w3;
                RegionMatrix[g3 + REGION_CENTER_Y] = RegionMatrix[r3 + REGION_CENTER_Y] - w3;
                RegionMatrix[g3 + REGION_SIZE] = w3;
                RegionMatrix[g3 + REGION_NEXT_SIBLING] = g3 + PPR;
                RegionMatrix[g3 + REGION_FIRST_CHILD] = -1;
                RegionMatrix[g3 + REGION_MASS] = 0;
                RegionMatrix[g3 + REGION_MASS_CENTER_X] = 0;
                RegionMatrix[g3 + REGION_MASS_CENTER_Y] = 0;
                g3 += PPR;
                RegionMatrix[g3 + REGION_NODE] = -1;
                RegionMatrix[g3 + REGION_CENTER_X] = RegionMatrix[r3 + REGION_CENTER_X] + w3;
                RegionMatrix[g3 + REGION_CENTER_Y] = RegionMatrix[r3 + REGION_CENTER_Y] + w3;
                RegionMatrix[g3 + REGION_SIZE] = w3;
                RegionMatrix[g3 + REGION_NEXT_SIBLING] = RegionMatrix[r3 + REGION_NEXT_SIBLING];
                RegionMatrix[g3 + REGION_FIRST_CHILD] = -1;
                RegionMatrix[g3 + REGION_MASS] = 0;
                RegionMatrix[g3 + REGION_MASS_CENTER_X] = 0;
                RegionMatrix[g3 + REGION_MASS_CENTER_Y] = 0;
                l3 += 4;
                if (NodeMatrix[RegionMatrix[r3 + REGION_NODE] + NODE_X] < RegionMatrix[r3 + REGION_CENTER_X]) {
                  if (NodeMatrix[RegionMatrix[r3 + REGION_NODE] + NODE_Y] < RegionMatrix[r3 + REGION_CENTER_Y]) {
                    q2 = RegionMatrix[r3 + REGION_FIRST_CHILD];
                  } else {
                    q2 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR;
                  }
                } else {
                  if (NodeMatrix[RegionMatrix[r3 + REGION_NODE] + NODE_Y] < RegionMatrix[r3 + REGION_CENTER_Y]) {
                    q2 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR * 2;
                  } else {
                    q2 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR * 3;
                  }
                }
                RegionMatrix[r3 + REGION_MASS] = NodeMatrix[RegionMatrix[r3 + REGION_NODE] + NODE_MASS];
                RegionMatrix[r3 + REGION_MASS_CENTER_X] = NodeMatrix[RegionMatrix[r3 + REGION_NODE] + NODE_X];
                RegionMatrix[r3 + REGION_MASS_CENTER_Y] = NodeMatrix[RegionMatrix[r3 + REGION_NODE] + NODE_Y];
                RegionMatrix[q2 + REGION_NODE] = RegionMatrix[r3 + REGION_NODE];
                RegionMatrix[r3 + REGION_NODE] = -1;
                if (NodeMatrix[n2 + NODE_X] < RegionMatrix[r3 + REGION_CENTER_X]) {
                  if (NodeMatrix[n2 + NODE_Y] < RegionMatrix[r3 + REGION_CENTER_Y]) {
                    q22 = RegionMatrix[r3 + REGION_FIRST_CHILD];
                  } else {
                    q22 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR;
                  }
                } else {
                  if (NodeMatrix[n2 + NODE_Y] < RegionMatrix[r3 + REGION_CENTER_Y]) {
                    q22 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR * 2;
                  } else {
                    q22 = RegionMatrix[r3 + REGION_FIRST_CHILD] + PPR * 3;
                  }
                }
                if (q2 === q22) {
                  if (subdivisionAttempts--) {
                    r3 = q2;
                    continue;
                  } else {
                    subdivisionAttempts = SUBDIVISION_ATTEMPTS;
                    break;
                  }
                }
                RegionMatrix[q22 + REGION_NODE] = n2;
                break;
              }
            }
          }
        }
      }
      if (options.barnesHutOptimize) {
        coefficient = options.scalingRatio;
        for (n2 = 0; n2 < order; n2 += PPN) {
          r3 = 0;
          while (true) {
            if (RegionMatrix[r3 + REGION_FIRST_CHILD] >= 0) {
              distance2 = Math.pow(
                NodeMatrix[n2 + NODE_X] - RegionMatrix[r3 + REGION_MASS_CENTER_X],
                2
              ) + Math.pow(
                NodeMatrix[n2 + NODE_Y] - RegionMatrix[r3 + REGION_MASS_CENTER_Y],
                2
              );
              s3 = RegionMatrix[r3 + REGION_SIZE];
              if (4 * s3 * s3 / distance2 < thetaSquared) {
                xDist = NodeMatrix[n2 + NODE_X] - RegionMatrix[r3 + REGION_MASS_CENTER_X];
                yDist = NodeMatrix[n2 + NODE_Y] - RegionMatrix[r3 + REGION_MASS_CENTER_Y];
                if (adjustSizes === true) {
                  if (distance2 > 0) {
                    factor = coefficient * NodeMatrix[n2 + NODE_MASS] * RegionMatrix[r3 + REGION_MASS] / distance2;
                    NodeMatrix[n2 + NODE_DX] += xDist * factor;
                    NodeMatrix[n2 + NODE_DY] += yDist * factor;
                  } else if (distance2 < 0) {
                    factor = -coefficient * NodeMatrix[n2 + NODE_MASS] * RegionMatrix[r3 + REGION_MASS] / Math.sqrt(distance2);
                    NodeMatrix[n2 + NODE_DX] += xDist * factor;
                    NodeMatrix[n2 + NODE_DY] += yDist * factor;
                  }
                } else {
                  if (distance2 > 0) {
                    factor = coefficient * NodeMatrix[n2 + NODE_MASS] * RegionMatrix[r3 + REGION_MASS] / distance2;
                    NodeMatrix[n2 + NODE_DX] += xDist * factor;
                    NodeMatrix[n2 + NODE_DY] += yDist * factor;
                  }
                }
                r3 = RegionMatrix[r3 + REGION_NEXT_SIBLING];
                if (r3 < 0) break;
                continue;
              } else {
                r3 = RegionMatrix[r3 + REGION_FIRST_CHILD];
                continue;
              }
            } else {
              rn = RegionMatrix[r3 + REGION_NODE];
              if (rn >= 0 && rn !== n2) {
                xDist = NodeMatrix[n2 + NODE_X] - NodeMatrix[rn + NODE_X];
                yDist = NodeMatrix[n2 + NODE_Y] - NodeMatrix[rn + NODE_Y];
                distance2 = xDist * xDist + yDist * yDist;
                if (adjustSizes === true) {
                  if (distance2 > 0) {
                    factor = coefficient * NodeMatrix[n2 + NODE_MASS] * NodeMatrix[rn + NODE_MASS] / distance2;
                    NodeMatrix[n2 + NODE_DX] += xDist * factor;
                    NodeMatrix[n2 + NODE_DY] += yDist * factor;
                  } else if (distance2 < 0) {
                    factor = -coefficient * NodeMatrix[n2 + NODE_MASS] * NodeMatrix[rn + NODE_MASS] / Math.sqrt(distance2);
                    NodeMatrix[n2 + NODE_DX] += xDist * factor;
                    NodeMatrix[n2 + NODE_DY] += yDist * factor;
                  }
                } else {
                  if (distance2 > 0) {
                    factor = coefficient * NodeMatrix[n2 + NODE_MASS] * NodeMatrix[rn + NODE_MASS] / distance2;
                    NodeMatrix[n2 + NODE_DX] += xDist * factor;
                    NodeMatrix[n2 + NODE_DY] += yDist * factor;
                  }
                }
              }
              r3 = RegionMatrix[r3 + REGION_NEXT_SIBLING];
              if (r3 < 0) break;
              continue;
            }
          }
        }
      } else {
        coefficient = options.scalingRatio;
        for (n12 = 0; n12 < order; n12 += PPN) {
          for (n22 = 0; n22 < n12; n22 += PPN) {
            xDist = NodeMatrix[n12 + NODE_X] - NodeMatrix[n22 + NODE_X];
            yDist = NodeMatrix[n12 + NODE_Y] - NodeMatrix[n22 + NODE_Y];
            if (adjustSizes === true) {
              distance2 = Math.sqrt(xDist * xDist + yDist * yDist) - NodeMatrix[n12 + NODE_SIZE] - NodeMatrix[n22 + NODE_SIZE];
              if (distance2 > 0) {
                factor = coefficient * NodeMatrix[n12 + NODE_MASS] * NodeMatrix[n22 + NODE_MASS] / distance2 / distance2;
                NodeMatrix[n12 + NODE_DX] += xDist * factor;
                NodeMatrix[n12 + NODE_DY] += yDist * factor;
                NodeMatrix[n22 + NODE_DX] -= xDist * factor;
                NodeMatrix[n22 + NODE_DY] -= yDist * factor;
              } else if (distance2 < 0) {
                factor = 100 * coefficient * NodeMatrix[n12 + NODE_MASS] * NodeMatrix[n22 + NODE_MASS];
                NodeMatrix[n12 + NODE_DX] += xDist * factor;
                NodeMatrix[n12 + NODE_DY] += yDist * factor;
                NodeMatrix[n22 + NODE_DX] -= xDist * factor;
                NodeMatrix[n22 + NODE_DY] -= yDist * factor;
              }
            } else {
              distance2 = Math.sqrt(xDist * xDist + yDist * yDist);
              if (distance2 > 0) {
                factor = coefficient * NodeMatrix[n12 + NODE_MASS] * NodeMatrix[n22 + NODE_MASS] / distance2 / distance2;
                NodeMatrix[n12 + NODE_DX] += xDist * factor;
                NodeMatrix[n12 + NODE_DY] += yDist * factor;
                NodeMatrix[n22 + NODE_DX] -= xDist * factor;
                NodeMatrix[n22 + NODE_DY] -= yDist * factor;
              }
            }
          }
        }
      }
      g3 = options.gravity / options.scalingRatio;
      coefficient = options.scalingRatio;
      for (n2 = 0; n2 < order; n2 += PPN) {
        factor = 0;
        xDist = NodeMatrix[n2 + NODE_X];
        yDist = NodeMatrix[n2 + NODE_Y];
        distance2 = Math.sqrt(Math.pow(xDist, 2) + Math.pow(yDist, 2));
        if (options.strongGravityMode) {
          if (distance2 > 0) factor = coefficient * NodeMatrix[n2 + NODE_MASS] * g3;
        } else {
          if (distance2 > 0)
            factor = coefficient * NodeMatrix[n2 + NODE_MASS] * g3 / distance2;
        }
        NodeMatrix[n2 + NODE_DX] -= xDist * factor;
        NodeMatrix[n2 + NODE_DY] -= yDist * factor;
      }
      coefficient = 1 * (options.outboundAttractionDistribution ? outboundAttCompensation : 1);
      for (e3 = 0; e3 < size2; e3 += PPE) {
        n12 = EdgeMatrix[e3 + EDGE_SOURCE];
        n22 = EdgeMatrix[e3 + EDGE_TARGET];
        w3 = EdgeMatrix[e3 + EDGE_WEIGHT];
        ewc = Math.pow(w3, options.edgeWeightInfluence);
        xDist = NodeMatrix[n12 + NODE_X] - NodeMatrix[n22 + NODE_X];
        yDist = NodeMatrix[n12 + NODE_Y] - NodeMatrix[n22 + NODE_Y];
        if (adjustSizes === true) {
          distance2 = Math.sqrt(xDist * xDist + yDist * yDist) - NodeMatrix[n12 + NODE_SIZE] - NodeMatrix[n22 + NODE_SIZE];
          if (options.linLogMode) {
            if (options.outboundAttractionDistribution) {
              if (distance2 > 0) {
                factor = -coefficient * ewc * Math.log(1 + distance2) / distance2 / NodeMatrix[n12 + NODE_MASS];
              }
            } else {
              if (distance2 > 0) {
                factor = -coefficient * ewc * Math.log(1 + distance2) / distance2;
              }
            }
          } else {
            if (options.outboundAttractionDistribution) {
              if (distance2 > 0) {
                factor = -coefficient * ewc / NodeMatrix[n12 + NODE_MASS];
              }
            } else {
              if (distance2 > 0) {
                factor = -coefficient * ewc;
              }
            }
          }
        } else {
          distance2 = Math.sqrt(Math.pow(xDist, 2) + Math.pow(yDist, 2));
          if (options.linLogMode) {
            if (options.outboundAttractionDistribution) {
              if (distance2 > 0) {
                factor = -coefficient * ewc * Math.log(1 + distance2) / distance2 / NodeMatrix[n12 + NODE_MASS];
              }
            } else {
              if (distance2 > 0)
                factor = -coefficient * ewc * Math.log(1 + distance2) / distance2;
            }
          } else {
            if (options.outboundAttractionDistribution) {
              distance2 = 1;
              factor = -coefficient * ewc / NodeMatrix[n12 + NODE_MASS];
            } else {
              distance2 = 1;
              factor = -coefficient * ewc;
            }
          }
        }
        if (distance2 > 0) {
          NodeMatrix[n12 + NODE_DX] += xDist * factor;
          NodeMatrix[n12 + NODE_DY] += yDist * factor;
          NodeMatrix[n22 + NODE_DX] -= xDist * factor;
          NodeMatrix[n22 + NODE_DY] -= yDist * factor;
        }
      }
      var force, swinging, traction, nodespeed, newX, newY;
      if (adjustSizes === true) {
        for (n2 = 0; n2 < order; n2 += PPN) {
          if (NodeMatrix[n2 + NODE_FIXED] !== 1) {
            force = Math.sqrt(
              Math.pow(NodeMatrix[n2 + NODE_DX], 2) + Math.pow(NodeMatrix[n2 + NODE_DY], 2)
            );
            if (force > MAX_FORCE) {
              NodeMatrix[n2 + NODE_DX] = NodeMatrix[n2 + NODE_DX] * MAX_FORCE / force;
              NodeMatrix[n2 + NODE_DY] = NodeMatrix[n2 + NODE_DY] * MAX_FORCE / force;
            }
            swinging = NodeMatrix[n2 + NODE_MASS] * Math.sqrt(
              (NodeMatrix[n2 + NODE_OLD_DX] - NodeMatrix[n2 + NODE_DX]) * (NodeMatrix[n2 + NODE_OLD_DX] - NodeMatrix[n2 + NODE_DX]) + (NodeMatrix[n2 + NODE_OLD_DY] - NodeMatrix[n2 + NODE_DY]) * (NodeMatrix[n2 + NODE_OLD_DY] - NodeMatrix[n2 + NODE_DY])
            );
            traction = Math.sqrt(
              (NodeMatrix[n2 + NODE_OLD_DX] + NodeMatrix[n2 + NODE_DX]) * (NodeMatrix[n2 + NODE_OLD_DX] + NodeMatrix[n2 + NODE_DX]) + (NodeMatrix[n2 + NODE_OLD_DY] + NodeMatrix[n2 + NODE_DY]) * (NodeMatrix[n2 + NODE_OLD_DY] + NodeMatrix[n2 + NODE_DY])
            ) / 2;
            nodespeed = 0.1 * Math.log(1 + traction) / (1 + Math.sqrt(swinging));
            newX = NodeMatrix[n2 + NODE_X] + NodeMatrix[n2 + NODE_DX] * (nodespeed / options.slowDown);
            NodeMatrix[n2 + NODE_X] = newX;
            newY = NodeMatrix[n2 + NODE_Y] + NodeMatrix[n2 + NODE_DY] * (nodespeed / options.slowDown);
            NodeMatrix[n2 + NODE_Y] = newY;
          }
        }
      } else {
        for (n2 = 0; n2 < order; n2 += PPN) {
          if (NodeMatrix[n2 + NODE_FIXED] !== 1) {
            swinging = NodeMatrix[n2 + NODE_MASS] * Math.sqrt(
              (NodeMatrix[n2 + NODE_OLD_DX] - NodeMatrix[n2 + NODE_DX]) * (NodeMatrix[n2 + NODE_OLD_DX] - NodeMatrix[n2 + NODE_DX]) + (NodeMatrix[n2 + NODE_OLD_DY] - NodeMatrix[n2 + NODE_DY]) * (NodeMatrix[n2 + NODE_OLD_DY] - NodeMatrix[n2 + NODE_DY])
            );
            traction = Math.sqrt(
              (NodeMatrix[n2 + NODE_OLD_DX] + NodeMatrix[n2 + NODE_DX]) * (NodeMatrix[n2 + NODE_OLD_DX] + NodeMatrix[n2 + NODE_DX]) + (NodeMatrix[n2 + NODE_OLD_DY] + NodeMatrix[n2 + NODE_DY]) * (NodeMatrix[n2 + NODE_OLD_DY] + NodeMatrix[n2 + NODE_DY])
            ) / 2;
            nodespeed = NodeMatrix[n2 + NODE_CONVERGENCE] * Math.log(1 + traction) / (1 + Math.sqrt(swinging));
            NodeMatrix[n2 + NODE_CONVERGENCE] = Math.min(
              1,
              Math.sqrt(
                nodespeed * (Math.pow(NodeMatrix[n2 + NODE_DX], 2) + Math.pow(NodeMatrix[n2 + NODE_DY], 2)) / (1 + Math.sqrt(swinging))
              )
            );
            newX = NodeMatrix[n2 + NODE_X] + NodeMatrix[n2 + NODE_DX] * (nodespeed / options.slowDown);
            NodeMatrix[n2 + NODE_X] = newX;
            newY = NodeMatrix[n2 + NODE_Y] + NodeMatrix[n2 + NODE_DY] * (nodespeed / options.slowDown);
            NodeMatrix[n2 + NODE_Y] = newY;
          }
        }
      }
      return {};
    };
  }
});

// node_modules/graphology-layout-forceatlas2/helpers.js
var require_helpers = __commonJS({
  "node_modules/graphology-layout-forceatlas2/helpers.js"(exports) {
    var PPN = 10;
    var PPE = 3;
    exports.assign = function(target) {
      target = target || {};
      var objects = Array.prototype.slice.call(arguments).slice(1), i3, k2, l3;
      for (i3 = 0, l3 = objects.length; i3 < l3; i3++) {
        if (!objects[i3]) continue;
        for (k2 in objects[i3]) target[k2] = objects[i3][k2];
      }
      return target;
    };
    exports.validateSettings = function(settings) {
      if ("linLogMode" in settings && typeof settings.linLogMode !== "boolean")
        return { message: "the `linLogMode` setting should be a boolean." };
      if ("outboundAttractionDistribution" in settings && typeof settings.outboundAttractionDistribution !== "boolean")
        return {
          message: "the `outboundAttractionDistribution` setting should be a boolean."
        };
      if ("adjustSizes" in settings && typeof settings.adjustSizes !== "boolean")
        return { message: "the `adjustSizes` setting should be a boolean." };
      if ("edgeWeightInfluence" in settings && typeof settings.edgeWeightInfluence !== "number")
        return {
          message: "the `edgeWeightInfluence` setting should be a number."
        };
      if ("scalingRatio" in settings && !(typeof settings.scalingRatio === "number" && settings.scalingRatio >= 0))
        return { message: "the `scalingRatio` setting should be a number >= 0." };
      if ("strongGravityMode" in settings && typeof settings.strongGravityMode !== "boolean")
        return { message: "the `strongGravityMode` setting should be a boolean." };
      if ("gravity" in settings && !(typeof settings.gravity === "number" && settings.gravity >= 0))
        return { message: "the `gravity` setting should be a number >= 0." };
      if ("slowDown" in settings && !(typeof settings.slowDown === "number" || settings.slowDown >= 0))
        return { message: "the `slowDown` setting should be a number >= 0." };
      if ("barnesHutOptimize" in settings && typeof settings.barnesHutOptimize !== "boolean")
        return { message: "the `barnesHutOptimize` setting should be a boolean." };
      if ("barnesHutTheta" in settings && !(typeof settings.barnesHutTheta === "number" && settings.barnesHutTheta >= 0))
        return { message: "the `barnesHutTheta` setting should be a number >= 0." };
      return null;
    };
    exports.graphToByteArrays = function(graph, getEdgeWeight) {
      var order = graph.order;
      var size2 = graph.size;
      var index = {};
      var j2;
      var NodeMatrix = new Float32Array(order * PPN);
      var EdgeMatrix = new Float32Array(size2 * PPE);
      j2 = 0;
      graph.forEachNode(function(node, attr) {
        index[node] = j2;
        NodeMatrix[j2] = attr.x;
        NodeMatrix[j2 + 1] = attr.y;
        NodeMatrix[j2 + 2] = 0;
        NodeMatrix[j2 + 3] = 0;
        NodeMatrix[j2 + 4] = 0;
        NodeMatrix[j2 + 5] = 0;
        NodeMatrix[j2 + 6] = 1;
        NodeMatrix[j2 + 7] = 1;
        NodeMatrix[j2 + 8] = attr.size || 1;
        NodeMatrix[j2 + 9] = attr.fixed ? 1 : 0;
        j2 += PPN;
      });
      j2 = 0;
      graph.forEachEdge(function(edge, attr, source, target, sa, ta, u3) {
        var sj = index[source];
        var tj = index[target];
        var weight = getEdgeWeight(edge, attr, source, target, sa, ta, u3);
        NodeMatrix[sj + 6] += weight;
        NodeMatrix[tj + 6] += weight;
        EdgeMatrix[j2] = sj;
        EdgeMatrix[j2 + 1] = tj;
        EdgeMatrix[j2 + 2] = weight;
        j2 += PPE;
      });
      return {
        nodes: NodeMatrix,
        edges: EdgeMatrix
      };
    };
    exports.assignLayoutChanges = function(graph, NodeMatrix, outputReducer) {
      var i3 = 0;
      graph.updateEachNodeAttributes(function(node, attr) {
        attr.x = NodeMatrix[i3];
        attr.y = NodeMatrix[i3 + 1];
        i3 += PPN;
        return outputReducer ? outputReducer(node, attr) : attr;
      });
    };
    exports.readGraphPositions = function(graph, NodeMatrix) {
      var i3 = 0;
      graph.forEachNode(function(node, attr) {
        NodeMatrix[i3] = attr.x;
        NodeMatrix[i3 + 1] = attr.y;
        i3 += PPN;
      });
    };
    exports.collectLayoutChanges = function(graph, NodeMatrix, outputReducer) {
      var nodes = graph.nodes(), positions = {};
      for (var i3 = 0, j2 = 0, l3 = NodeMatrix.length; i3 < l3; i3 += PPN) {
        if (outputReducer) {
          var newAttr = Object.assign({}, graph.getNodeAttributes(nodes[j2]));
          newAttr.x = NodeMatrix[i3];
          newAttr.y = NodeMatrix[i3 + 1];
          newAttr = outputReducer(nodes[j2], newAttr);
          positions[nodes[j2]] = {
            x: newAttr.x,
            y: newAttr.y
          };
        } else {
          positions[nodes[j2]] = {
            x: NodeMatrix[i3],
            y: NodeMatrix[i3 + 1]
          };
        }
        j2++;
      }
      return positions;
    };
    exports.createWorker = function createWorker(fn) {
      var xURL = window.URL || window.webkitURL;
      var code = fn.toString();
      var objectUrl = xURL.createObjectURL(
        new Blob(["(" + code + ").call(this);"], { type: "text/javascript" })
      );
      var worker = new Worker(objectUrl);
      xURL.revokeObjectURL(objectUrl);
      return worker;
    };
  }
});

// node_modules/graphology-layout-forceatlas2/defaults.js
var require_defaults = __commonJS({
  "node_modules/graphology-layout-forceatlas2/defaults.js"(exports, module) {
    module.exports = {
      linLogMode: false,
      outboundAttractionDistribution: false,
      adjustSizes: false,
      edgeWeightInfluence: 1,
      scalingRatio: 1,
      strongGravityMode: false,
      gravity: 1,
      slowDown: 1,
      barnesHutOptimize: false,
      barnesHutTheta: 0.5
    };
  }
});

// node_modules/graphology-layout-forceatlas2/index.js
var require_graphology_layout_forceatlas2 = __commonJS({
  "node_modules/graphology-layout-forceatlas2/index.js"(exports, module) {
    var isGraph2 = require_is_graph();
    var createEdgeWeightGetter = require_getters().createEdgeWeightGetter;
    var iterate = require_iterate();
    var helpers = require_helpers();
    var DEFAULT_SETTINGS2 = require_defaults();
    function abstractSynchronousLayout(assign3, graph, params) {
      if (!isGraph2(graph))
        throw new Error(
          "graphology-layout-forceatlas2: the given graph is not a valid graphology instance."
        );
      if (typeof params === "number") params = { iterations: params };
      var iterations = params.iterations;
      if (typeof iterations !== "number")
        throw new Error(
          "graphology-layout-forceatlas2: invalid number of iterations."
        );
      if (iterations <= 0)
        throw new Error(
          "graphology-layout-forceatlas2: you should provide a positive number of iterations."
        );
      var getEdgeWeight = createEdgeWeightGetter(
        "getEdgeWeight" in params ? params.getEdgeWeight : "weight"
      ).fromEntry;
      var outputReducer = typeof params.outputReducer === "function" ? params.outputReducer : null;
      var settings = helpers.assign({}, DEFAULT_SETTINGS2, params.settings);
      var validationError = helpers.validateSettings(settings);
      if (validationError)
        throw new Error(
          "graphology-layout-forceatlas2: " + validationError.message
        );
      var matrices = helpers.graphToByteArrays(graph, getEdgeWeight);
      var i3;
      for (i3 = 0; i3 < iterations; i3++)
        iterate(settings, matrices.nodes, matrices.edges);
      if (assign3) {
        helpers.assignLayoutChanges(graph, matrices.nodes, outputReducer);
        return;
      }
      return helpers.collectLayoutChanges(graph, matrices.nodes);
    }
    function inferSettings(graph) {
      var order = typeof graph === "number" ? graph : graph.order;
      return {
        barnesHutOptimize: order > 2e3,
        strongGravityMode: true,
        gravity: 0.05,
        scalingRatio: 10,
        slowDown: 1 + Math.log(order)
      };
    }
    var synchronousLayout = abstractSynchronousLayout.bind(null, false);
    synchronousLayout.assign = abstractSynchronousLayout.bind(null, true);
    synchronousLayout.inferSettings = inferSettings;
    module.exports = synchronousLayout;
  }
});

// node_modules/graphology-layout-noverlap/iterate.js
var require_iterate2 = __commonJS({
  "node_modules/graphology-layout-noverlap/iterate.js"(exports, module) {
    var NODE_X = 0;
    var NODE_Y = 1;
    var NODE_SIZE = 2;
    var PPN = 3;
    function hashPair(a4, b) {
      return a4 + "§" + b;
    }
    function jitter() {
      return 0.01 * (0.5 - Math.random());
    }
    module.exports = function iterate(options, NodeMatrix) {
      var margin = options.margin;
      var ratio = options.ratio;
      var expansion = options.expansion;
      var gridSize = options.gridSize;
      var speed = options.speed;
      var i3, j2, x2, y3, l3, size2;
      var converged = true;
      var length = NodeMatrix.length;
      var order = length / PPN | 0;
      var deltaX = new Float32Array(order);
      var deltaY = new Float32Array(order);
      var xMin = Infinity;
      var yMin = Infinity;
      var xMax = -Infinity;
      var yMax = -Infinity;
      for (i3 = 0; i3 < length; i3 += PPN) {
        x2 = NodeMatrix[i3 + NODE_X];
        y3 = NodeMatrix[i3 + NODE_Y];
        size2 = NodeMatrix[i3 + NODE_SIZE] * ratio + margin;
        xMin = Math.min(xMin, x2 - size2);
        xMax = Math.max(xMax, x2 + size2);
        yMin = Math.min(yMin, y3 - size2);
        yMax = Math.max(yMax, y3 + size2);
      }
      var width = xMax - xMin;
      var height = yMax - yMin;
      var xCenter = (xMin + xMax) / 2;
      var yCenter = (yMin + yMax) / 2;
      xMin = xCenter - expansion * width / 2;
      xMax = xCenter + expansion * width / 2;
      yMin = yCenter - expansion * height / 2;
      yMax = yCenter + expansion * height / 2;
      var grid = new Array(gridSize * gridSize), gridLength = grid.length, c3;
      for (c3 = 0; c3 < gridLength; c3++) grid[c3] = [];
      var nxMin, nxMax, nyMin, nyMax;
      var xMinBox, xMaxBox, yMinBox, yMaxBox;
      var col, row;
      for (i3 = 0; i3 < length; i3 += PPN) {
        x2 = NodeMatrix[i3 + NODE_X];
        y3 = NodeMatrix[i3 + NODE_Y];
        size2 = NodeMatrix[i3 + NODE_SIZE] * ratio + margin;
        nxMin = x2 - size2;
        nxMax = x2 + size2;
        nyMin = y3 - size2;
        nyMax = y3 + size2;
        xMinBox = Math.floor(gridSize * (nxMin - xMin) / (xMax - xMin));
        xMaxBox = Math.floor(gridSize * (nxMax - xMin) / (xMax - xMin));
        yMinBox = Math.floor(gridSize * (nyMin - yMin) / (yMax - yMin));
        yMaxBox = Math.floor(gridSize * (nyMax - yMin) / (yMax - yMin));
        for (col = xMinBox; col <= xMaxBox; col++) {
          for (row = yMinBox; row <= yMaxBox; row++) {
            grid[col * gridSize + row].push(i3);
          }
        }
      }
      var cell;
      var collisions = /* @__PURE__ */ new Set();
      var n12, n2, x1, x22, y1, y22, s1, s22, h3;
      var xDist, yDist, dist, collision;
      for (c3 = 0; c3 < gridLength; c3++) {
        cell = grid[c3];
        for (i3 = 0, l3 = cell.length; i3 < l3; i3++) {
          n12 = cell[i3];
          x1 = NodeMatrix[n12 + NODE_X];
          y1 = NodeMatrix[n12 + NODE_Y];
          s1 = NodeMatrix[n12 + NODE_SIZE];
          for (j2 = i3 + 1; j2 < l3; j2++) {
            n2 = cell[j2];
            h3 = hashPair(n12, n2);
            if (gridLength > 1 && collisions.has(h3)) continue;
            if (gridLength > 1) collisions.add(h3);
            x22 = NodeMatrix[n2 + NODE_X];
            y22 = NodeMatrix[n2 + NODE_Y];
            s22 = NodeMatrix[n2 + NODE_SIZE];
            xDist = x22 - x1;
            yDist = y22 - y1;
            dist = Math.sqrt(xDist * xDist + yDist * yDist);
            collision = dist < s1 * ratio + margin + (s22 * ratio + margin);
            if (collision) {
              converged = false;
              n2 = n2 / PPN | 0;
              if (dist > 0) {
                deltaX[n2] += xDist / dist * (1 + s1);
                deltaY[n2] += yDist / dist * (1 + s1);
              } else {
                deltaX[n2] += width * jitter();
                deltaY[n2] += height * jitter();
              }
            }
          }
        }
      }
      for (i3 = 0, j2 = 0; i3 < length; i3 += PPN, j2++) {
        NodeMatrix[i3 + NODE_X] += deltaX[j2] * 0.1 * speed;
        NodeMatrix[i3 + NODE_Y] += deltaY[j2] * 0.1 * speed;
      }
      return { converged };
    };
  }
});

// node_modules/graphology-layout-noverlap/helpers.js
var require_helpers2 = __commonJS({
  "node_modules/graphology-layout-noverlap/helpers.js"(exports) {
    var PPN = 3;
    exports.validateSettings = function(settings) {
      if ("gridSize" in settings && typeof settings.gridSize !== "number" || settings.gridSize <= 0)
        return { message: "the `gridSize` setting should be a positive number." };
      if ("margin" in settings && typeof settings.margin !== "number" || settings.margin < 0)
        return {
          message: "the `margin` setting should be 0 or a positive number."
        };
      if ("expansion" in settings && typeof settings.expansion !== "number" || settings.expansion <= 0)
        return { message: "the `expansion` setting should be a positive number." };
      if ("ratio" in settings && typeof settings.ratio !== "number" || settings.ratio <= 0)
        return { message: "the `ratio` setting should be a positive number." };
      if ("speed" in settings && typeof settings.speed !== "number" || settings.speed <= 0)
        return { message: "the `speed` setting should be a positive number." };
      return null;
    };
    exports.graphToByteArray = function(graph, reducer) {
      var order = graph.order;
      var matrix = new Float32Array(order * PPN);
      var j2 = 0;
      graph.forEachNode(function(node, attr) {
        if (typeof reducer === "function") attr = reducer(node, attr);
        matrix[j2] = attr.x;
        matrix[j2 + 1] = attr.y;
        matrix[j2 + 2] = attr.size || 1;
        j2 += PPN;
      });
      return matrix;
    };
    exports.assignLayoutChanges = function(graph, NodeMatrix, reducer) {
      var i3 = 0;
      graph.forEachNode(function(node) {
        var pos = {
          x: NodeMatrix[i3],
          y: NodeMatrix[i3 + 1]
        };
        if (typeof reducer === "function") pos = reducer(node, pos);
        graph.mergeNodeAttributes(node, pos);
        i3 += PPN;
      });
    };
    exports.collectLayoutChanges = function(graph, NodeMatrix, reducer) {
      var positions = {};
      var i3 = 0;
      graph.forEachNode(function(node) {
        var pos = {
          x: NodeMatrix[i3],
          y: NodeMatrix[i3 + 1]
        };
        if (typeof reducer === "function") pos = reducer(node, pos);
        positions[node] = pos;
        i3 += PPN;
      });
      return positions;
    };
    exports.createWorker = function createWorker(fn) {
      var xURL = window.URL || window.webkitURL;
      var code = fn.toString();
      var objectUrl = xURL.createObjectURL(
        new Blob(["(" + code + ").call(this);"], { type: "text/javascript" })
      );
      var worker = new Worker(objectUrl);
      xURL.revokeObjectURL(objectUrl);
      return worker;
    };
  }
});

// node_modules/graphology-layout-noverlap/defaults.js
var require_defaults2 = __commonJS({
  "node_modules/graphology-layout-noverlap/defaults.js"(exports, module) {
    module.exports = {
      gridSize: 20,
      margin: 5,
      expansion: 1.1,
      ratio: 1,
      speed: 3
    };
  }
});

// node_modules/graphology-layout-noverlap/index.js
var require_graphology_layout_noverlap = __commonJS({
  "node_modules/graphology-layout-noverlap/index.js"(exports, module) {
    var isGraph2 = require_is_graph();
    var iterate = require_iterate2();
    var helpers = require_helpers2();
    var DEFAULT_SETTINGS2 = require_defaults2();
    var DEFAULT_MAX_ITERATIONS = 500;
    function abstractSynchronousLayout(assign3, graph, params) {
      if (!isGraph2(graph))
        throw new Error(
          "graphology-layout-noverlap: the given graph is not a valid graphology instance."
        );
      if (typeof params === "number") params = { maxIterations: params };
      else params = params || {};
      var maxIterations = params.maxIterations || DEFAULT_MAX_ITERATIONS;
      if (typeof maxIterations !== "number" || maxIterations <= 0)
        throw new Error(
          "graphology-layout-force: you should provide a positive number of maximum iterations."
        );
      var settings = Object.assign({}, DEFAULT_SETTINGS2, params.settings), validationError = helpers.validateSettings(settings);
      if (validationError)
        throw new Error("graphology-layout-noverlap: " + validationError.message);
      var matrix = helpers.graphToByteArray(graph, params.inputReducer), converged = false, i3;
      for (i3 = 0; i3 < maxIterations && !converged; i3++)
        converged = iterate(settings, matrix).converged;
      if (assign3) {
        helpers.assignLayoutChanges(graph, matrix, params.outputReducer);
        return;
      }
      return helpers.collectLayoutChanges(graph, matrix, params.outputReducer);
    }
    var synchronousLayout = abstractSynchronousLayout.bind(null, false);
    synchronousLayout.assign = abstractSynchronousLayout.bind(null, true);
    module.exports = synchronousLayout;
  }
});

// node_modules/preact/dist/preact.mjs
var n;
var t;
var r;
var u;
var i;
var f;
var o;
var e;
var l;
var c;
var a;
var s;
var h = /* @__PURE__ */ Symbol.for("pv");
var p = {};
var y = [];
var v = /^m(i|n|o|s|text|space)$/;
var w = Array.isArray;
var d = y.slice;
var _ = Object.assign;
function g(n2) {
  n2 && n2.parentNode && n2.remove();
}
function m(r3, u3, i3, f4, o4) {
  var e3 = { type: r3, props: u3, key: i3, ref: f4, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o4 || ++t, __i: -1, __u: 0 };
  return !o4 && n.vnode && n.vnode(e3), e3;
}
function $(n2) {
  return n2.children;
}
function x(n2, t4) {
  this.props = n2, this.context = t4, this.__g = 0;
}
function S(n2, t4) {
  if (null == t4) return n2.__ && S(n2.__, n2.__i + 1);
  for (var r3; t4 < n2.__k.length; t4++) if ((r3 = n2.__k[t4]) && r3.__e) return r3.__e;
  return "function" != typeof n2.type || n2.props.__P ? null : S(n2);
}
function C(t4) {
  var r3, u3 = t4.__v, i3 = u3.__e, f4 = [], o4 = [], e3 = t4.__P;
  e3 && ((r3 = _({ constructor: h }, u3)).__v = u3.__v + 1, n.vnode && n.vnode(r3), z(e3, r3, u3, t4.__n, e3.namespaceURI, 32 & u3.__u ? [i3] : null, f4, i3 || S(u3), 32 & u3.__u, o4), r3.__v = u3.__v, r3.__.__k[r3.__i] = r3, E(f4, r3, o4), u3.__ = u3.__e = null, r3.__e != i3 && j(r3));
}
function j(n2) {
  if ((n2 = n2.__) && n2.__c && !n2.props.__P) return n2.__e = null, n2.__k.some(function(t4) {
    return t4 && (n2.__e = t4.__e);
  }), j(n2);
}
function L(t4) {
  (8 & t4.__g || (t4.__g |= 8, u.push(t4), f++)) && i == n.debounceRendering || ((i = n.debounceRendering) || queueMicrotask)(H);
}
function H() {
  try {
    for (var n2, t4 = 1; u.length; ) u.length > t4 && u.sort(o), n2 = u.shift(), t4 = u.length, 8 & n2.__g && C(n2);
  } finally {
    (f = u.length) && (i || queueMicrotask)(H);
  }
}
function I(n2, t4, r3, u3, i3, f4, o4, e3, l3, c3, a4) {
  var s3, h3, v3, w3, d3, _3, g3 = u3.__k || y, k2 = t4.length;
  for (l3 = q(r3, t4, g3, l3, k2), s3 = 0; s3 < k2; s3++) null != (v3 = r3.__k[s3]) && (h3 = ~v3.__i && g3[v3.__i] || p, v3.__i = s3, _3 = z(n2, v3, h3, i3, f4, o4, e3, l3, c3, a4), w3 = v3.__e, (h3.ref != v3.ref || 8 & h3.__u) && (h3.ref && G(h3.ref, null, v3, h3), v3.ref && a4.push(v3.ref, v3.__c || w3, v3)), d3 = d3 || w3, 4 & v3.__u ? (l3 = A(v3, l3, n2, !h3.__v), h3.__e && (h3.__e = null)) : "function" == typeof v3.type && void 0 !== _3 ? l3 = _3 : w3 && (l3 = w3.nextSibling), v3.__u &= -21);
  return r3.__e = d3, l3;
}
function q(n2, t4, r3, u3, i3) {
  var f4, o4, e3, l3, c3, a4, s3, p3, y3, v3 = r3.length, d3 = v3, _3 = 0, g3 = 0, k2 = n2.__k = Array(i3);
  for (f4 = 0; f4 < i3; f4++) null != (o4 = t4[f4]) && "boolean" != typeof o4 && "function" != typeof o4 ? ("object" != typeof o4 || o4.constructor === String ? o4 = k2[f4] = m(null, o4) : w(o4) ? o4 = k2[f4] = m($, { children: o4 }) : o4.constructor === h && o4.__b ? o4 = k2[f4] = m(o4.type, o4.props, o4.key, o4.ref, o4.__v) : k2[f4] = o4, l3 = f4 + _3, o4.__ = n2, o4.__b = n2.__b + 1, e3 = null, ~(c3 = o4.__i = P(o4, r3, l3, d3)) && (d3--, (e3 = r3[c3]) && (e3.__u |= 2)), e3 && e3.__v ? (o4.__u |= 16, c3 == l3 - 1 ? _3-- : c3 == l3 + 1 ? _3++ : c3 != l3 && (c3 > l3 ? _3-- : _3++, g3 = 1)) : (~c3 || (i3 > v3 ? _3-- : i3 < v3 && _3++), "function" != typeof o4.type && (o4.__u |= 4))) : k2[f4] = null;
  if (g3) {
    for (a4 = [], s3 = [], f4 = 0; f4 < i3; f4++) if ((o4 = k2[f4]) && 16 & o4.__u) {
      for (_3 = 0, p3 = a4.length; _3 < p3; ) a4[y3 = _3 + p3 >> 1] < o4.__i ? _3 = y3 + 1 : p3 = y3;
      a4[_3] = o4.__i, s3[f4] = _3 + 1;
    }
    for (_3 = a4.length; f4--; ) s3[f4] && (s3[f4] == _3 ? _3-- : k2[f4].__u |= 4);
  }
  if (d3) for (f4 = 0; f4 < v3; f4++) !(e3 = r3[f4]) || 2 & e3.__u || (e3.__e == u3 && (u3 = S(e3)), J(e3, e3));
  return u3;
}
function A(n2, t4, r3, u3) {
  var i3, f4, o4, e3;
  if ("function" == typeof n2.type) {
    if (n2.props.__P) return t4;
    if (i3 = n2.__k) for (f4 = 0; f4 < i3.length; f4++) i3[f4] && (i3[f4].__ = n2, t4 = A(i3[f4], t4, r3, false));
    return t4;
  }
  for (t4 && !t4.parentNode && (t4 = S(n2)) && !t4.parentNode && (t4 = null), o4 = n2.__e, e3 = t4; e3 && 8 == e3.nodeType; ) e3 = e3.nextSibling;
  for (o4 != e3 && (!u3 && r3.moveBefore && o4.parentNode ? r3.moveBefore(o4, t4) : r3.insertBefore(o4, t4 || null)), t4 = o4; (t4 = t4 && t4.nextSibling) && 8 == t4.nodeType && !t4.data.startsWith("$s"); ) ;
  return t4;
}
function P(n2, t4, r3, u3) {
  var i3, f4 = n2.key, o4 = n2.type, e3 = t4[r3], l3 = e3 && !(2 & e3.__u);
  if (null === e3 && null == f4 || l3 && f4 == e3.key && o4 == e3.type) return r3;
  if (u3 > (l3 ? 1 : 0)) {
    for (i3 = r3 - 1; i3 >= 0; i3--) if ((e3 = t4[i3]) && !(2 & e3.__u) && f4 == e3.key && o4 == e3.type) return i3;
    for (i3 = r3 + 1; i3 < t4.length; i3++) if ((e3 = t4[i3]) && !(2 & e3.__u) && f4 == e3.key && o4 == e3.type) return i3;
  }
  return -1;
}
function T(n2, t4, r3) {
  null == r3 && (r3 = ""), "-" == t4[0] ? n2.setProperty(t4, r3) : n2[t4] = r3;
}
function N(n2, t4, r3, u3, i3) {
  var f4, o4;
  if ("style" == t4) if ("string" == typeof r3) n2.style.cssText = r3;
  else {
    if ("string" == typeof u3 && (n2.style.cssText = u3 = ""), u3) for (t4 in u3) r3 && t4 in r3 || T(n2.style, t4);
    if (r3) for (t4 in r3) u3 && r3[t4] == u3[t4] || T(n2.style, t4, r3[t4]);
  }
  else if ("o" == t4[0] && "n" == t4[1]) "function" != typeof r3 && (r3 = null), "function" != typeof u3 && (u3 = null), (n2.__e || (n2.__e = {}))[t4] = r3, r3 && u3 || (o4 = a[t4] || (a[t4] = V(t4)), (n2.__a || (n2.__a = {}))[t4] = c, f4 = t4 != (t4 = t4.replace(l, "$1")), (t4 = t4.slice(2))[0] < "a" && (t4 = t4.toLowerCase()), r3 ? n2.addEventListener(t4, o4, f4) : n2.removeEventListener(t4, o4, f4));
  else {
    if ("http://www.w3.org/2000/svg" == i3) t4 = t4.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
    else if ("width" != t4 && "height" != t4 && "href" != t4 && "list" != t4 && "form" != t4 && "tabIndex" != t4 && "download" != t4 && "rowSpan" != t4 && "colSpan" != t4 && "role" != t4 && "popover" != t4 && t4 in n2) try {
      return void (n2[t4] = null == r3 ? "" : r3);
    } catch (n3) {
    }
    if ("function" == typeof r3) return;
    null == r3 || false === r3 && "-" != t4[4] ? n2.removeAttribute(t4) : n2.setAttribute(t4, "popover" == t4 && 1 == r3 ? "" : r3);
  }
}
function V(t4) {
  return function(r3) {
    var u3 = this.__e;
    if (u3) {
      if (u3 = u3[t4], null == r3[e]) r3[e] = c++;
      else if (r3[e] < this.__a[t4]) return;
      return u3(n.event ? n.event(r3) : r3);
    }
  };
}
function z(t4, r3, u3, i3, f4, o4, e3, l3, c3, a4) {
  var s3, p3, v3, d3, k2, b, m3, M, C3, j2, L2, H2, q2, A3, O, P3, T3, N2, V2 = r3.type;
  if (r3.constructor !== h) return null;
  128 & u3.__u && (c3 = 32 & u3.__u, s3 = u3.__c.__z) && (r3.__u |= c3, p3 = o4 = [], 8 == s3.nodeType ? l3 = B(s3, o4) : o4.push(s3), l3 = o4[0] || l3), (s3 = n.__b) && s3(r3);
  n: if ("function" == typeof V2) {
    v3 = e3.length;
    try {
      if (M = r3.props, C3 = (s3 = V2.prototype) && s3.render, j2 = (s3 = V2.contextType) && i3[s3.__c], L2 = s3 ? j2 ? j2.props.value : s3.__ : i3, (d3 = u3.__c) ? (r3.__c = d3, 2 & d3.__g && (d3.__g |= 1)) : (C3 ? r3.__c = d3 = new V2(M, L2) : (r3.__c = d3 = new x(M, L2), d3.constructor = V2, d3.render = K), j2 && j2.sub(d3), d3.state || (d3.state = {}), d3.__n = i3, d3.__g |= 8, d3.__h = [], d3.__k = []), C3 && (d3.__s || (d3.__s = d3.state), V2.getDerivedStateFromProps && (d3.__s == d3.state && (d3.__s = _({}, d3.__s)), _(d3.__s, V2.getDerivedStateFromProps(M, d3.__s)))), k2 = d3.props, b = d3.state, d3.__v = r3, u3.__c) {
        if (M !== k2 && C3 && !V2.getDerivedStateFromProps && d3.componentWillReceiveProps && d3.componentWillReceiveProps(M, L2), r3.__v == u3.__v && !(8 & d3.__g) || !(4 & d3.__g) && d3.shouldComponentUpdate && false === d3.shouldComponentUpdate(M, d3.__s, L2)) {
          r3.__v != u3.__v && (d3.props = M, d3.state = d3.__s, d3.__g &= -9), r3.__e = u3.__e, r3.__k = u3.__k, r3.__k.some(function(n2) {
            n2 && (n2.__ = r3);
          }), y.push.apply(d3.__h, d3.__k), d3.__k = [], d3.__h.length && e3.push(d3), l3 = S(u3);
          break n;
        }
        d3.componentWillUpdate && d3.componentWillUpdate(M, d3.__s, L2), C3 && d3.componentDidUpdate && d3.__h.push(function() {
          d3.componentDidUpdate(k2, b, m3);
        });
      } else C3 && !V2.getDerivedStateFromProps && d3.componentWillMount && d3.componentWillMount(), C3 && d3.componentDidMount && d3.__h.push(d3.componentDidMount);
      d3.context = L2, d3.props = M, d3.__P = t4, d3.__g &= -5, H2 = n.__r, q2 = C3 ? 25 : 0;
      do {
        d3.__g &= -9, H2 && H2(r3), s3 = d3.render(d3.props, d3.state = d3.__s, d3.context);
      } while (8 & d3.__g && ++q2 < 25);
      C3 && (y.push.apply(d3.__h, d3.__k), d3.__k = []), d3.state = d3.__s, d3.getChildContext && (i3 = _({}, i3, d3.getChildContext())), C3 && u3.__c && d3.getSnapshotBeforeUpdate && (m3 = d3.getSnapshotBeforeUpdate(k2, b)), A3 = s3 && s3.type === $ && null == s3.key ? s3.props.children : s3, M.__P && (s3 = l3, f4 = (t4 = M.__P).namespaceURI, c3 = o4 = null, u3.props && u3.props.__P != t4 && (u3.__k.some(function(n2) {
        n2 && J(n2, n2);
      }), u3.__k = null), l3 = u3.__k ? S(u3, 0) : null), l3 = I(t4, w(A3) ? A3 : [A3], r3, u3, i3, f4, o4, e3, l3, c3, a4), M.__P && (r3.__e = null, l3 = s3), r3.__u &= -161, p3 && p3.some(g), d3.__h.length && e3.push(d3), 1 & d3.__g && (d3.__g &= -4);
    } catch (t5) {
      if (e3.length = v3, r3.__v = null, c3 || o4) if (t5 && t5.then) {
        if (r3.__u |= 128 | c3, o4) {
          for (~(T3 = o4.indexOf(l3 || void 0)) || (T3 = o4.length); (N2 = o4[T3 - 1]) && 8 == N2.nodeType; ) T3--;
          for (; T3 < o4.length; T3++) if (N2 = o4[T3]) if (o4[T3] = null, O) {
            if (N2 == P3) break;
          } else {
            if (8 != N2.nodeType) break;
            N2.data.startsWith("$s") && (P3 = B(O = N2));
          }
        }
        if (!O) {
          for (; l3 && 8 == l3.nodeType && l3.nextSibling; ) l3 = l3.nextSibling;
          O = l3;
        }
        (s3 = B(O = r3.__c.__z || (r3.__c.__z = O))) ? (r3.__e = O, l3 = s3) : r3.__e = l3, l3 = l3 && l3.nextSibling;
      } else o4 && o4.some(g);
      else r3.__e = u3.__e;
      r3.__k || (r3.__k = u3.__k || []), t5 && t5.then || D(r3), n.__e(t5, r3, u3);
    }
  } else l3 = r3.__e = F(u3.__e, r3, u3, i3, f4, o4, e3, c3, a4, t4);
  return (s3 = n.diffed) && s3(r3), l3;
}
function B(n2, t4) {
  if (n2 && 8 == n2.nodeType && n2.data.startsWith("$s")) for (var r3 = 1; n2 = n2.nextSibling; ) {
    if (8 == n2.nodeType) {
      if (n2.data.startsWith("$s")) r3++;
      else if (n2.data.startsWith("/$s") && !--r3) return n2;
    }
    t4 && t4.push(n2);
  }
}
function D(n2) {
  n2 && (n2.__c && (n2.__c.__g |= 4), n2.__k && n2.__k.some(D));
}
function E(t4, r3, u3) {
  for (var i3 = 0; i3 < u3.length; ) G(u3[i3++], u3[i3++], u3[i3++]);
  n.__c && n.__c(r3, t4), t4.some(function(r4) {
    try {
      t4 = r4.__h, r4.__h = [], t4.some(function(n2) {
        n2.call(r4);
      });
    } catch (t5) {
      n.__e(t5, r4.__v);
    }
  });
}
function F(t4, r3, u3, i3, f4, o4, e3, l3, c3, a4) {
  var s3, h3, y3, _3, k2, b, m3, M, $2 = u3.props || p, x2 = r3.props, C3 = r3.type;
  if ("svg" == C3 ? f4 = "http://www.w3.org/2000/svg" : "math" == C3 ? f4 = "http://www.w3.org/1998/Math/MathML" : f4 || (f4 = "http://www.w3.org/1999/xhtml"), o4) {
    for (s3 = 0; s3 < o4.length; s3++) if ((k2 = o4[s3]) && (C3 ? k2.localName == C3 : 3 == k2.nodeType)) {
      t4 = k2, o4[s3] = null;
      break;
    }
  }
  if (!t4) {
    if (M = a4.ownerDocument || document, !C3) return M.createTextNode(x2);
    t4 = M.createElementNS(f4, C3, x2.is ? x2 : a4), l3 && (n.__m && n.__m(r3, o4), l3 = false), o4 = null;
  }
  if (C3) {
    if (a4 = "template" == C3 && t4.content || t4, o4 = "textarea" == C3 && null != x2.defaultValue ? null : o4 && d.call(a4.childNodes), !l3 && o4) for ($2 = {}, s3 = 0; s3 < t4.attributes.length; s3++) $2[(k2 = t4.attributes[s3]).name] = k2.value;
    for (s3 in $2) k2 = $2[s3], "dangerouslySetInnerHTML" == s3 ? y3 = k2 : "children" == s3 || s3 in x2 || "value" == s3 && "defaultValue" in x2 || "checked" == s3 && "defaultChecked" in x2 || N(t4, s3, null, k2, f4);
    for (s3 in x2) k2 = x2[s3], "children" == s3 ? _3 = k2 : "dangerouslySetInnerHTML" == s3 ? h3 = k2 : "value" == s3 ? b = k2 : "checked" == s3 ? m3 = k2 : l3 && "function" != typeof k2 || $2[s3] === k2 || N(t4, s3, k2, $2[s3], f4);
    h3 ? (l3 || y3 && (h3.__html == y3.__html || h3.__html == t4.innerHTML) || (t4.innerHTML = h3.__html), r3.__k = []) : (y3 && (t4.textContent = ""), ("foreignObject" == C3 || "http://www.w3.org/1998/Math/MathML" == f4 && v.test(C3)) && (f4 = "http://www.w3.org/1999/xhtml"), I(a4, w(_3) ? _3 : [_3], r3, u3, i3, f4, o4, e3, o4 ? o4[0] : u3.__k && S(u3, 0), l3, c3), o4 && o4.some(g)), l3 && "textarea" != C3 || (s3 = "value", "progress" == C3 && null == b ? t4.removeAttribute(s3) : null == b || b === t4[s3] && ("progress" != C3 || b) || N(t4, s3, b, $2[s3], f4), s3 = "checked", null != m3 && m3 != t4[s3] && N(t4, s3, m3, $2[s3], f4));
  } else $2 === x2 || l3 && t4.data == x2 || (t4.data = x2);
  return t4;
}
function G(t4, r3, u3, i3) {
  try {
    "function" == typeof t4 ? r3 ? r3.__x = t4(r3) || 1 : i3 && (i3 = i3.__c || i3.__e) && (r3 = i3.__x) && (i3.__x = null, "function" == typeof r3 ? r3() : t4(null)) : t4.current = r3;
  } catch (t5) {
    n.__e(t5, u3);
  }
}
function J(t4, r3, u3) {
  var i3, f4, o4, e3;
  if (n.unmount && n.unmount(t4), !(i3 = t4.ref) || i3.current && i3.current != t4.__e || G(i3, null, r3, t4), i3 = t4.__c) {
    if (i3.componentWillUnmount) try {
      i3.componentWillUnmount();
    } catch (t5) {
      n.__e(t5, r3);
    }
    i3.__P = i3.__n = null;
  }
  if (i3 = t4.__k) for (e3 = 0; e3 < i3.length; e3++) i3[e3] && J(i3[e3], r3, "function" != typeof t4.type || u3 && !t4.props.__P);
  !u3 && (i3 = t4.__c) && (i3 = i3.__z) && (f4 = B(i3, o4 = [])) && (i3 == t4.__e && o4.some(g), g(f4), g(i3)), u3 || g(t4.__e), t4.__e = t4.__c = t4.__ = null;
}
function K(n2, t4, r3) {
  return this.constructor(n2, r3);
}
function Q(t4, r3) {
  var u3, i3, f4, o4;
  n.__ && n.__(t4, r3), 9 == r3.nodeType && (r3 = r3.documentElement), i3 = (u3 = t4 && 32 & t4.__u) ? null : r3.__k, r3.__k = m($, { children: [t4] }), f4 = [], o4 = [], z(r3, r3.__k, i3 || p, p, r3.namespaceURI, i3 ? null : r3.firstChild ? d.call(r3.childNodes) : null, f4, i3 ? i3.__e : r3.firstChild, u3, o4), E(f4, r3.__k, o4), r3.__k.props.children = null;
}
n = { __e: function(n2, t4, r3, u3) {
  for (var i3, o4, e3; t4 = t4.__; ) if ((i3 = t4.__c) && !(1 & i3.__g)) {
    i3.__g |= 4;
    try {
      if ((e3 = (o4 = i3.constructor) && o4.getDerivedStateFromError) && i3.setState(o4.getDerivedStateFromError(n2)), i3.componentDidCatch && (i3.componentDidCatch(n2, u3 || {}), e3 = 1), e3 && 8 & i3.__g) return void (i3.__g |= 2);
    } catch (t5) {
      n2 = t5;
    }
  }
  throw f = 0, n2;
} }, t = 0, r = function(n2) {
  return null != n2 && n2.constructor === h;
}, x.prototype.setState = function(n2, t4) {
  var r3 = this.__s;
  r3 && r3 != this.state || (r3 = this.__s = _({}, this.state)), "function" == typeof n2 && (n2 = n2(_({}, r3), this.props)), n2 && (_(r3, n2), this.__v && (t4 && this.__k.push(t4), L(this)));
}, x.prototype.forceUpdate = function(n2) {
  this.__v && (this.__g |= 4, n2 && this.__h.push(n2), L(this));
}, x.prototype.render = $, u = [], f = 0, o = function(n2, t4) {
  return n2.__v.__b - t4.__v.__b;
}, e = /* @__PURE__ */ Symbol(), l = /(PointerCapture)$|Capture$/i, c = 0, a = {}, s = 0;

// node_modules/preact/hooks/dist/hooks.mjs
var t2;
var r2;
var u2;
var i2;
var o2 = Object.is;
var f2 = 0;
var c2 = [];
var e2 = [];
var a2 = n;
var v2 = a2.__b;
var l2 = a2.__r;
var m2 = a2.diffed;
var h2 = a2.__c;
var s2 = a2.unmount;
var p2 = a2.__;
function y2(n2, t4) {
  a2.__h && a2.__h(r2, n2, f2 || t4), f2 = 0;
  var u3 = r2.__H || (r2.__H = { __: [], __h: [] });
  return n2 >= u3.__.length && u3.__.push({}), u3.__[n2];
}
function d2(n2) {
  return f2 = 1, _2(G2, n2);
}
function _2(n2, u3, i3) {
  var f4 = y2(t2++, 2);
  if (f4.t = n2, !f4.__c && (f4.__ = [i3 ? i3(u3) : G2(void 0, u3), function(n3) {
    var t4 = (f4.__N || f4.__)[0], r3 = f4.t(t4, n3);
    o2(t4, r3) || (f4.__N = [r3, f4.__[1]], f4.__c.setState({}));
  }], f4.__c = r2, !r2.__f)) {
    r2.__f = true;
    var c3 = r2.shouldComponentUpdate;
    r2.shouldComponentUpdate = function(n3, t4, r3) {
      var u4 = this.__H;
      if (!u4) return true;
      var i4 = false, f5 = this.props != n3;
      if (u4.__.some(function(n4) {
        n4.__N && (i4 = true, o2(n4.__[0], n4.__N[0]) || (f5 = true));
      }), c3) {
        var e3 = c3.call(this, n3, t4, r3);
        return i4 ? e3 || f5 : e3;
      }
      return !i4 || f5;
    };
  }
  return f4.__;
}
function A2(n2, u3) {
  var i3 = y2(t2++, 3);
  !a2.__s && E2(i3.__H, u3) && (i3.__P = true, i3.__ = n2, i3.u = u3, r2.__H.__h.push(i3));
}
function T2(n2) {
  return f2 = 5, w2(function() {
    return { current: n2 };
  }, []);
}
function w2(n2, r3) {
  var u3 = y2(t2++, 7);
  return E2(u3.__H, r3) && (u3.__ = n2(), u3.__H = r3), u3.__;
}
function P2() {
  var n2 = y2(t2++, 11);
  if (!n2.__) {
    for (var u3 = r2.__v; !u3.__m && u3.__; ) u3 = u3.__;
    var i3 = u3.__m || (u3.__m = [0, 0]);
    n2.__ = "P" + i3[0] + "-" + i3[1]++;
  }
  return n2.__;
}
function g2() {
  var n2;
  do {
    for (; n2 = e2.shift(); ) try {
      C2(n2);
    } catch (t5) {
      a2.__e(t5, { __: (n2 = n2.__P) && n2.__v });
    }
    for (; n2 = c2.shift(); ) {
      var t4 = n2.__H;
      if (n2.__P && t4) try {
        t4.__h.some(C2), t4.__h.some(D2), t4.__h = [];
      } catch (r3) {
        t4.__h = [], a2.__e(r3, n2.__v);
      }
    }
  } while (e2.length);
}
a2.__b = function(n2) {
  r2 = null, v2 && v2(n2);
}, a2.__ = function(n2, t4) {
  n2 && t4.__k && t4.__k.__m && (n2.__m = t4.__k.__m), p2 && p2(n2, t4);
}, a2.__r = function(n2) {
  l2 && l2(n2), t2 = 0;
  var i3 = (r2 = n2.__c).__H;
  i3 && (u2 == r2 ? r2.__h = [] : (i3.__h.some(C2), i3.__h.some(D2), t2 = 0), i3.__h = [], i3.__.some(function(n3) {
    n3.__N && (n3.__ = n3.__N), n3.u = n3.__N = void 0;
  })), u2 = r2;
}, a2.diffed = function(n2) {
  m2 && m2(n2);
  var t4 = n2.__c;
  t4 && t4.__H && (t4.__H.__h.length && B2(c2.push(t4)), t4.__H.__.some(function(n3) {
    n3.u && (n3.__H = n3.u);
  })), u2 = r2 = null;
}, a2.__c = function(n2, t4) {
  t4.some(function(n3) {
    try {
      n3.__h.some(C2), n3.__h = n3.__h.filter(function(n4) {
        return !n4.__ || D2(n4);
      });
    } catch (t5) {
      n3.__h = [function() {
        throw t5;
      }];
    }
  }), h2 && h2(n2, t4);
}, a2.unmount = function(n2) {
  s2 && s2(n2);
  var t4, r3, u3 = n2.__c;
  u3 && u3.__H && (u3.__H.__.some(function(u4) {
    try {
      if (u4.__P && u4.__c) {
        if (void 0 === r3) {
          for (r3 = n2.__; r3 && (!r3.__c || !r3.__c.__P); ) r3 = r3.__;
          r3 = r3 && r3.__c;
        }
        u4.__P = r3, B2(e2.push(u4));
      } else C2(u4);
    } catch (n3) {
      t4 = n3;
    }
  }), u3.__H = void 0, t4 && a2.__e(t4, u3.__v));
};
var k = "function" == typeof requestAnimationFrame;
function z2(n2) {
  var t4, r3 = function() {
    clearTimeout(u3), k && cancelAnimationFrame(t4), setTimeout(n2);
  }, u3 = setTimeout(r3, 35);
  k && (t4 = requestAnimationFrame(r3));
}
function B2(n2) {
  1 != n2 && i2 == a2.requestAnimationFrame || ((i2 = a2.requestAnimationFrame) || z2)(g2);
}
function C2(n2) {
  var t4 = r2, u3 = n2.__c;
  "function" == typeof u3 && (n2.__c = void 0, u3()), r2 = t4;
}
function D2(n2) {
  var t4 = r2;
  n2.__c = n2.__(), r2 = t4;
}
function E2(n2, t4) {
  return !n2 || n2.length != t4.length || t4.some(function(t5, r3) {
    return !o2(t5, n2[r3]);
  });
}
function G2(n2, t4) {
  return "function" == typeof t4 ? t4(n2) : t4;
}

// src/keep.ts
function kept(key) {
  try {
    return localStorage.getItem(`vietgraph-${key}`);
  } catch {
    return null;
  }
}
function keep(key, value) {
  try {
    localStorage.setItem(`vietgraph-${key}`, value);
  } catch {
  }
}

// src/words.ts
var words = {
  skip: ["Tới nội dung", "Skip to content"],
  tagline: ["Ai giữ chức gì, tham gia việc gì, theo báo chí", "Who held which post, took part in what, in the words of the press"],
  start: ["Trang đầu", "Start"],
  graph: ["Đồ thị", "Graph"],
  map: ["Bản đồ", "Map"],
  conflicts: ["Mâu thuẫn", "Conflicts"],
  sparql: ["SPARQL", "SPARQL"],
  main_menu: ["Mục chính", "Main menu"],
  language: ["English", "Tiếng Việt"],
  theme_auto: ["Sáng tối: theo máy", "Theme: system"],
  theme_light: ["Nền sáng", "Light theme"],
  theme_dark: ["Nền tối", "Dark theme"],
  search: ["Tìm", "Search"],
  search_hint: ["Tên người, chức vụ, cơ quan, tỉnh, sự kiện…", "A person, post, body, province or event…"],
  search_help: ["Không cần gõ dấu. Phím / tới ô này, ↑ ↓ chọn, Enter mở.", "Diacritics may be left out. / focuses this box, ↑ ↓ choose, Enter opens."],
  suggestions: ["Gợi ý", "Suggestions"],
  results_for: ["Kết quả cho", "Results for"],
  results: ["kết quả", "results"],
  no_results: ["Không tìm thấy gì. Thử ít chữ hơn, hoặc bỏ bộ lọc.", "Nothing found. Try fewer words, or drop the filter."],
  more: ["Xem thêm", "Show more"],
  all: ["Tất cả", "All"],
  loading: ["Đang tải…", "Loading…"],
  failed: ["Không tải được", "Could not be loaded"],
  near: ["Có phải bạn tìm:", "Perhaps you meant:"],
  choices: ["Mã này nay chỉ nhiều mục:", "This id now means several:"],
  articles: ["bài báo", "articles"],
  people: ["người", "people"],
  posts: ["chức vụ", "posts"],
  bodies: ["cơ quan", "bodies"],
  provinces: ["tỉnh, thành (trước và sau 7-2025)", "provinces (before and after July 2025)"],
  events: ["sự kiện", "events"],
  facts: ["dữ kiện", "facts"],
  told_between: ["Bài báo nói về khoảng thời gian từ {0} đến {1}.", "The articles tell of {0} to {1}."],
  empty: ["Kho chưa có bài nào. Thêm bài: vietgraph build --store KHO BÀI", "There is no article yet. Add some: vietgraph build --store STORE ARTICLES"],
  best_connected: ["Nhiều mối liên hệ nhất", "Best connected people"],
  newest_events: ["Sự kiện mới nhất", "Newest events"],
  to_settle: ["Còn chưa rõ", "Not settled"],
  open_conflicts: ["{0} mâu thuẫn giữa các bài", "{0} conflicts between articles"],
  open_namesakes: ["{0} cặp tên chưa rõ một hay hai người", "{0} pairs of names not known to be one person or two"],
  links: ["mối liên hệ", "links"],
  kind_person: ["Người", "Person"],
  kind_post: ["Chức vụ", "Post"],
  kind_body: ["Cơ quan", "Body"],
  kind_province: ["Tỉnh, thành", "Province"],
  kind_event: ["Sự kiện", "Event"],
  kind_change: ["Thay đổi nhân sự", "Change"],
  kind_award: ["Khen thưởng", "Award"],
  kind_rank: ["Cấp bậc", "Rank"],
  kind_other: ["Khác", "Other"],
  as_of: ["Tính đến ngày", "As of"],
  as_of_hint: ["2018, 2018-06 hoặc 2018-06-30", "2018, 2018-06 or 2018-06-30"],
  as_of_shown: ["Trang này kể như tính đến {0}.", "This page tells what held as of {0}."],
  today: ["Bỏ ngày", "Clear"],
  apply: ["Xem", "Show"],
  also: ["Còn gọi là", "Also called"],
  timeline: ["Theo thời gian", "Timeline"],
  sure_published: ["theo ngày đăng bài", "by the day of publication"],
  sure_attested: ["theo các bài trong thời gian ấy", "as articles of that time tell"],
  before_merger: ["trước 7-2025", "before July 2025"],
  undated: ["Không rõ ngày", "Undated"],
  met: ["Gặp nhiều nhất", "Met most often"],
  times: ["lần", "times"],
  holders: ["Những người từng giữ", "Who held it"],
  tenures: ["Thời gian giữ chức và cấp bậc", "Time in posts and ranks"],
  spans_help: ["≤ muộn nhất là ngày đó; ≥ ít nhất đến ngày đó.", "≤ by that day at the latest; ≥ until that day at least."],
  conflict_notice: ["Các bài báo nói khác nhau về mục này.", "The articles contradict each other here."],
  namesake_notice: ["Người khác cùng tên, chưa rõ có phải một:", "Others of this name, not known to be the same:"],
  evidence: ["Bằng chứng", "Evidence"],
  no_evidence: ["Không có câu nào được ghi.", "No sentence is recorded."],
  copy_evidence: ["Chép mã bằng chứng", "Copy evidence id"],
  accepted: ["đã có người đọc và xác nhận", "read and accepted by a person"],
  copied: ["Đã chép", "Copied"],
  copy_link: ["Chép liên kết", "Copy link"],
  told_by: ["Các bài báo kể điều này", "Told by"],
  more_evidence: ["và {0} câu nữa", "and {0} more sentences"],
  no_title: ["Bài không có tựa", "Article without a title"],
  rule: ["quy tắc", "rule"],
  nothing_known: ["Chưa bài nào kể gì thêm về mục này tính đến ngày ấy.", "No article tells more of it as of that day."],
  side: ["Bên {0}", "Side {0}"],
  settled: ["đã phân xử", "settled"],
  no_conflicts: ["Không có mâu thuẫn nào.", "There is no conflict."],
  no_namesakes: ["Không có ai cùng tên.", "No two people share a name."],
  namesakes: ["Trùng tên", "Namesakes"],
  conflicts_lead: ["Nơi các bài báo nói ngược nhau, với lời của mỗi bên; và những tên mà nhiều người cùng mang.", "Where articles contradict each other, with the words of each side; and names borne by several people."],
  undecided_pair: ["Chưa rõ có phải một người:", "Not known to be one person:"],
  choose_start: ["Chọn một mục để vẽ quanh nó", "Choose what to draw around"],
  neighbourhood: ["Quanh mục này", "Neighbourhood"],
  co_attendance: ["Ai cùng dự", "Co-attendance"],
  path: ["Đường nối", "Path"],
  view_kind: ["Kiểu xem", "View"],
  path_to: ["Nối tới", "Path to"],
  path_hint: ["Tên người hay cơ quan ở đầu kia", "The person or body at the other end"],
  ways: ["Các đường nối", "Ways"],
  way: ["Đường {0}", "Way {0}"],
  no_way: ["Không tìm thấy đường nối.", "No way was found."],
  classes: ["Loại", "Classes"],
  relations: ["Quan hệ", "Relations"],
  time: ["Thời gian", "Time"],
  since: ["Từ tháng", "From month"],
  until: ["Đến tháng", "Until month"],
  with_undated: ["kể cả không rõ ngày", "undated too"],
  nodes: ["Các nút", "Nodes"],
  drawn: ["{0} nút, {1} cạnh đang vẽ", "{0} nodes, {1} edges drawn"],
  truncated: ["Chỉ vẽ những mục có nhiều liên hệ nhất; bấm một nút để mở thêm.", "Only the best connected are drawn; expand a node for more."],
  drawn_of: ["Đang vẽ {0} trong {1} mục chung quanh, liên hệ chặt nhất trước.", "{0} of {1} around it are drawn, the most strongly linked first."],
  more_than: ["hơn {0}", "more than {0}"],
  expand_next: ["Mở thêm ({0} trong {1})", "Expand ({0} of {1})"],
  expand: ["Mở thêm liên hệ", "Expand"],
  expanded: ["Đã mở", "Expanded"],
  open_page: ["Mở trang", "Open page"],
  centre_here: ["Vẽ quanh mục này", "Draw around this"],
  connections: ["Liên hệ trong hình", "Links drawn"],
  choose_node: ["Bấm một nút hay một cạnh để xem chi tiết; bấm đúp một nút để mở thêm liên hệ.", "Click a node or an edge for details; double-click a node to expand it."],
  choose_node_file: ["Bấm một nút hay một cạnh để xem chi tiết.", "Click a node or an edge for details."],
  zoom_in: ["Phóng to", "Zoom in"],
  zoom_out: ["Thu nhỏ", "Zoom out"],
  fit: ["Vừa khung", "Fit"],
  edge_labels: ["Tên quan hệ", "Relation names"],
  save_as: ["Lưu hình", "Save"],
  reset: ["Bỏ lọc", "Reset filters"],
  graph_picture: ["Hình đồ thị. Danh sách các nút ở bên cạnh dùng được bằng bàn phím.", "Picture of the graph. The list of nodes beside it can be used by keyboard."],
  close: ["Đóng", "Close"],
  map_title: ["Sự kiện theo tỉnh, thành", "Events by province"],
  year: ["Năm", "Year"],
  all_years: ["Mọi năm", "All years"],
  map_summed: ["34 tỉnh, thành như từ 1-7-2025. Sự kiện trước ngày ấy ở tỉnh cũ được cộng vào tỉnh mới.", "The 34 provinces as of 1 July 2025. Earlier events in former provinces are summed into today's."],
  map_now: ["34 tỉnh, thành như từ 1-7-2025.", "The 34 provinces as of 1 July 2025."],
  tiles_title: ["63 tỉnh, thành trước 1-7-2025", "The 63 provinces before 1 July 2025"],
  tiles_lead: ["Mỗi ô một tỉnh, xếp gần đúng vị trí; không theo tỉ lệ.", "A tile a province, placed about where it lies; not to scale."],
  map_label: ["Bản đồ Việt Nam, mỗi tỉnh tô theo số sự kiện", "Map of Vietnam, each province shaded by its number of events"],
  hoang_sa: ["Quần đảo Hoàng Sa", "Hoàng Sa (Paracel Islands)"],
  truong_sa: ["Quần đảo Trường Sa", "Trường Sa (Spratly Islands)"],
  none: ["không có", "none"],
  ranking: ["Xếp theo số sự kiện", "By number of events"],
  not_on_map: ["Không có trên bản đồ", "Not on the map"],
  of_which: ["trong đó", "of which"],
  map_source: ["Ranh giới: vietnamese-provinces-database (Thang Le Quoc, MIT), giản lược.", "Outlines: vietnamese-provinces-database (Thang Le Quoc, MIT), simplified."],
  no_years: ["Chưa có sự kiện nào vừa có ngày vừa có tỉnh.", "No event has both a date and a province yet."],
  questions: ["Câu hỏi có sẵn", "Saved questions"],
  sparql_lead: ["Hỏi đồ thị bằng SPARQL. Câu hỏi chỉ gửi tới máy chủ này. Ctrl+Enter để chạy.", "Ask the graph in SPARQL. Queries go to this server only. Ctrl+Enter runs them."],
  editor_failed: ["Không tải được trình soạn câu hỏi", "The query editor could not be loaded"],
  not_found: ["Không có trang này.", "There is no such page."],
  about_graph: ["Số liệu của kho", "The graph in numbers"],
  footer: ["Mỗi điều ở đây đều dẫn về câu báo đã nói ra nó. Không có gì rời khỏi máy này.", "Everything here leads back to the sentence that says it. Nothing leaves this machine."],
  api: ["API", "API"],
  description: ["Mô tả dữ liệu", "Dataset description"]
};

// src/i18n.ts
var asked = new URLSearchParams(globalThis.location?.search).get("lang") ?? kept("lang");
var current = asked === "en" ? "en" : "vi";
var language = () => current;
function setLanguage(to) {
  current = to;
  keep("lang", to);
  document.documentElement.lang = to;
  dispatchEvent(new Event("languagechange"));
}
function t3(word, ...gaps) {
  const text = words[word][current === "vi" ? 0 : 1];
  return gaps.reduce((said, gap, n2) => said.replace(`{${n2}}`, String(gap)), text);
}
var kindName = (kind) => t3(`kind_${kind}` in words ? `kind_${kind}` : "kind_other");
var NUMBERS = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-GB") };
var number = (n2) => NUMBERS[current].format(n2);
function day(date) {
  return (date ?? "").replace(/(?<![\d-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])/g, (_3, year, month2, dd) => written(year, month2, dd));
}
function written(year, month2, dd) {
  if (current === "vi") return dd ? `${+dd}/${+month2}/${year}` : `${+month2}/${year}`;
  const name = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(Date.UTC(2e3, +month2 - 1, 1));
  return dd ? `${+dd} ${name} ${year}` : `${name} ${year}`;
}

// src/api.ts
var Refused = class extends Error {
  constructor(message, status, near = [], choices = []) {
    super(message);
    this.status = status;
    this.near = near;
    this.choices = choices;
  }
  status;
  near;
  choices;
};
var inPath = (id) => id.split("/").map(encodeURIComponent).join("/");
async function get(path2, query = {}, signal) {
  const asked2 = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, lang: language() })) {
    if (Array.isArray(value) ? value.length : value !== null && value !== void 0 && value !== "") {
      asked2.set(key, String(value));
    }
  }
  const answer = await fetch(`/api/${path2}?${asked2}`, { signal, headers: { accept: "application/json" } });
  const text = await answer.text();
  let json = null;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refused(text.slice(0, 500) || answer.statusText, answer.status);
  }
  if (!answer.ok || json?.choices) {
    throw new Refused(json.error ?? answer.statusText, answer.status, json.near ?? [], json.choices ?? []);
  }
  return json;
}
var overview = (s3) => get("overview", {}, s3);
var search = (q2, kind, limit, offset = 0, s3) => get("search", { q: q2, kind, limit, offset }, s3);
var entity = (id, as_of, s3) => get(`entity/${inPath(id)}`, { as_of }, s3);
var timeline = (id, s3) => get(`timeline/${inPath(id)}`, {}, s3);
var neighbours = (id, limit, s3) => get(`neighbours/${inPath(id)}`, { limit }, s3);
var among = (ids, s3) => get("graph", { ids: ids.join(",") }, s3);
var path = (from, to, s3) => get("path", { from, to, limit: 3 }, s3);
var together = (id, limit, s3) => get(`together/${inPath(id)}`, { limit }, s3);
var evidence = (edge, s3) => get("evidence", { edge }, s3);
var provinces = (s3) => get("provinces", {}, s3);
var questions = (s3) => get("questions", {}, s3);
var conflicts = (limit, s3) => get("conflicts", { limit }, s3);
var namesakes = (limit, s3) => get("namesakes", { limit }, s3);

// src/router.ts
var now = () => ({ path: decode(location.pathname), query: new URLSearchParams(location.search), hash: decode(location.hash.slice(1)) });
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
var listeners = /* @__PURE__ */ new Set();
var tell = () => listeners.forEach((l3) => l3());
addEventListener("popstate", tell);
function go(href) {
  history.pushState(null, "", href);
  scrollTo(0, 0);
  tell();
}
function rewrite(href) {
  history.replaceState(null, "", href);
}
function usePlace() {
  const [place2, set] = d2(now);
  A2(() => {
    const listen = () => set(now());
    listeners.add(listen);
    return () => void listeners.delete(listen);
  }, []);
  return place2;
}
function useFocusIn(id, place2) {
  const last = T2(place2);
  A2(() => {
    if (last.current === place2) return;
    const other = last.current.path !== place2.path;
    last.current = place2;
    const at = document.activeElement;
    const lost = !at || at === document.body;
    if (lost || other && !at.matches("[role=combobox]")) document.getElementById(id)?.focus({ preventScroll: true });
  }, [place2]);
}
function followLinks() {
  document.addEventListener("click", (event) => {
    const link = event.target?.closest?.("a");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || link.target) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || link.hasAttribute("download") || /^\/(api|id|sparql|assets|\.well-known|health)(\/|$)/.test(url.pathname)) return;
    if (link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    go(url.pathname + url.search + url.hash);
  });
}
var entityAt = (id, hash = "") => `/e/${inPath(id)}${hash && "#" + hash}`;
var graphAt = (id, more = {}) => `/graph?${new URLSearchParams({ about: id, ...more })}`;
function idOf(iri) {
  const at = iri.indexOf("/id/");
  return at < 0 ? iri : decode(iri.slice(at + 4));
}

// src/graph/shapes.ts
var SHAPES = ["ellipse", "box", "diamond", "hexagon", "octagon", "parallelogram", "trapezium"];
var shapeNumber = (name) => Math.max(0, SHAPES.indexOf(name));
var CORNERS = {
  box: [[-0.86, -0.86], [0.86, -0.86], [0.86, 0.86], [-0.86, 0.86]],
  diamond: [[0, -1.12], [1.12, 0], [0, 1.12], [-1.12, 0]],
  hexagon: [[-1, 0], [-0.5, -0.866], [0.5, -0.866], [1, 0], [0.5, 0.866], [-0.5, 0.866]],
  octagon: [[-0.92, -0.38], [-0.38, -0.92], [0.38, -0.92], [0.92, -0.38], [0.92, 0.38], [0.38, 0.92], [-0.38, 0.92], [-0.92, 0.38]],
  parallelogram: [[-0.66, -0.7], [1.12, -0.7], [0.66, 0.7], [-1.12, 0.7]],
  trapezium: [[-0.56, -0.72], [0.56, -0.72], [1.06, 0.72], [-1.06, 0.72]]
};
function corners(shape, x2, y3, radius) {
  return (CORNERS[shape] ?? []).map(([dx, dy]) => [x2 + dx * radius, y3 + dy * radius]);
}
function mixed(a4, b, share) {
  const part2 = (colour, at) => parseInt(colour.slice(at, at + 2), 16) || 0;
  const hex = [1, 3, 5].map((at) => Math.round(part2(a4, at) * share + part2(b, at) * (1 - share)).toString(16).padStart(2, "0"));
  return `#${hex.join("")}`;
}
var darker = (colour) => mixed(colour, "#000000", 0.52);
var safeColour = (colour) => /^#[0-9a-f]{6}$/i.test(colour ?? "") ? colour : "#d9d4c8";
function wrapped(label, width = 22, most = 3) {
  const out = [];
  for (const word of label.split(/\s+/)) {
    const last = out[out.length - 1];
    if (last !== void 0 && (last + " " + word).length <= width) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out.length > most ? [...out.slice(0, most - 1), `${out[most - 1]} …`] : out;
}

// node_modules/preact/jsx-runtime/dist/jsxRuntime.mjs
var f3 = /* @__PURE__ */ Symbol.for("pv");
var o3 = 0;
function a3(t4, e3, n2, u3, a4, i3) {
  e3 || (e3 = {});
  var c3, l3, p3 = e3;
  if ("ref" in p3 && "function" != typeof t4) for (l3 in p3 = {}, e3) "ref" == l3 ? c3 = e3[l3] : p3[l3] = e3[l3];
  var s3 = { type: t4, props: p3, key: n2, ref: c3, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: f3, __v: --o3, __i: -1, __u: 0 };
  return (a4 || i3) && (s3.__source = a4, s3.__self = i3), n.vnode && n.vnode(s3), s3;
}

// src/parts/badge.tsx
function Mark({ shape, colour, size: size2 = 16 }) {
  const fill = safeColour(colour);
  const drawn2 = { fill, stroke: darker(fill), "stroke-width": 1.2 };
  const points = corners(shape, 8, 8, 6);
  return /* @__PURE__ */ a3("svg", { class: "mark", width: size2, height: size2, viewBox: "0 0 16 16", "aria-hidden": "true", children: points.length ? /* @__PURE__ */ a3("polygon", { points: points.map((p3) => p3.join(",")).join(" "), ...drawn2 }) : /* @__PURE__ */ a3("circle", { cx: "8", cy: "8", r: "6.2", ...drawn2 }) });
}
function Badge({ shape, colour, label }) {
  return /* @__PURE__ */ a3("span", { class: "badge", children: [
    /* @__PURE__ */ a3(Mark, { shape, colour }),
    label
  ] });
}

// src/parts/brief.tsx
var aside = (b) => [b.date && day(b.date), ...b.caption.split(" · ").filter((c3) => c3 !== b.date).map(day)].filter(Boolean).join(" · ");
function BriefLine({ brief, links = true }) {
  return /* @__PURE__ */ a3("li", { class: "brief", children: [
    /* @__PURE__ */ a3(Mark, { shape: brief.shape, colour: brief.colour }),
    /* @__PURE__ */ a3("span", { children: [
      /* @__PURE__ */ a3("a", { href: entityAt(brief.id), children: brief.name }),
      /* @__PURE__ */ a3("span", { class: "aside", children: [
        brief.class_label || kindName(brief.kind),
        links && brief.degree > 0 && ` · ${number(brief.degree)} ${t3("links")}`,
        aside(brief) && ` · ${aside(brief)}`
      ] })
    ] })
  ] });
}

// src/parts/searchbox.tsx
var PAUSE = 130;
var OFFERED = 8;
var NONE = { of: "", hits: [] };
function SearchBox({ text = "", hint, label, focus, large, pick }) {
  const [typed, type] = d2(text);
  const [{ of, hits }, offer] = d2(NONE);
  const [open, setOpen] = d2(false);
  const [at, move] = d2(-1);
  const list = P2();
  const box = T2(null);
  A2(() => type(text), [text]);
  A2(() => {
    if (focus) box.current?.focus({ preventScroll: true });
  }, [focus]);
  A2(() => {
    if (!open || !typed.trim()) return offer(NONE);
    const stop = new AbortController();
    const found = (hits2) => {
      if (stop.signal.aborted) return;
      offer({ of: typed, hits: hits2 });
      move(-1);
    };
    const timer = setTimeout(() => search(typed, "", OFFERED, 0, stop.signal).then((it) => found(it.hits), () => found([])), PAUSE);
    return () => (clearTimeout(timer), stop.abort());
  }, [typed, open]);
  const ready = of === typed ? hits : [];
  const leave = (href) => {
    box.current?.blur();
    go(href);
  };
  const choose = (hit) => {
    setOpen(false);
    if (pick) {
      type("");
      pick(hit);
    } else leave(entityAt(hit.id));
  };
  const chooseFirst = () => search(typed, "", 1).then((it) => void (it.hits[0] && box.current?.value === typed && choose(it.hits[0])), () => void 0);
  const key = (event) => {
    if (event.key === "Escape") return setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !hits.length) return;
    event.preventDefault();
    if (ready.length) move((n2) => (n2 + step + ready.length + 1 + 1) % (ready.length + 1) - 1);
  };
  const submit = (event) => {
    event.preventDefault();
    if (open && ready[at]) return choose(ready[at]);
    if (!typed.trim()) return;
    if (pick) return void (of !== typed ? chooseFirst() : ready[0] && choose(ready[0]));
    setOpen(false);
    leave(`/?${new URLSearchParams({ q: typed.trim() })}`);
  };
  const shown = open && hits.length > 0;
  return /* @__PURE__ */ a3("form", { class: large ? "search large" : "search", role: "search", onSubmit: submit, children: [
    /* @__PURE__ */ a3(
      "input",
      {
        ref: box,
        type: "search",
        list: void 0,
        role: "combobox",
        autocomplete: "off",
        spellcheck: false,
        value: typed,
        "aria-label": label ?? t3("search"),
        "aria-expanded": shown,
        "aria-controls": list,
        "aria-autocomplete": "list",
        "aria-activedescendant": shown && at >= 0 ? `${list}-${at}` : void 0,
        placeholder: hint ?? t3("search_hint"),
        "data-slash": pick ? void 0 : "yes",
        onInput: (e3) => (type(e3.currentTarget.value), move(-1), setOpen(true)),
        onKeyDown: key,
        onBlur: () => setTimeout(() => setOpen(false), 150)
      }
    ),
    /* @__PURE__ */ a3("button", { type: "submit", children: t3("search") }),
    /* @__PURE__ */ a3("ul", { id: list, role: "listbox", "data-of": of, "aria-label": t3("suggestions"), hidden: !shown, children: hits.map((hit, n2) => /* @__PURE__ */ a3("li", { id: `${list}-${n2}`, role: "option", "aria-selected": n2 === at, onMouseDown: (e3) => (e3.preventDefault(), choose(hit)), children: [
      /* @__PURE__ */ a3(Mark, { shape: hit.shape, colour: hit.colour }),
      /* @__PURE__ */ a3("span", { children: [
        hit.name,
        " ",
        /* @__PURE__ */ a3("span", { class: "aside", children: aside(hit) })
      ] }),
      /* @__PURE__ */ a3("span", { class: "kind", children: kindName(hit.kind) })
    ] }, hit.id)) })
  ] });
}
function slashFocuses() {
  addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
    const boxes = document.querySelectorAll("input[data-slash]");
    const box = boxes[boxes.length - 1];
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

// src/theme.ts
var theme = () => kept("theme") ?? "auto";
function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches;
}
function setTheme(to) {
  keep("theme", to);
  applyTheme(to);
}
function applyTheme(to = theme()) {
  if (to === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = to;
  dispatchEvent(new Event("themechange"));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => dispatchEvent(new Event("themechange")));

// src/use.ts
function useAsked(ask, keys) {
  const [state, set] = d2({ value: null, error: null, waiting: true });
  A2(() => {
    const stop = new AbortController();
    set((s3) => ({ ...s3, error: null, waiting: true }));
    ask(stop.signal).then(
      (value) => stop.signal.aborted || set({ value, error: null, waiting: false }),
      (error) => stop.signal.aborted || set({ value: null, error, waiting: false })
    );
    return () => stop.abort();
  }, keys);
  return state;
}
function useTitle(title) {
  A2(() => {
    document.title = title ? `${title} · vietgraph` : "vietgraph";
  }, [title]);
}
function useEventTick(name) {
  const [tick, set] = d2(0);
  A2(() => {
    const listen = () => set((n2) => n2 + 1);
    addEventListener(name, listen);
    return () => removeEventListener(name, listen);
  }, [name]);
  return tick;
}

// src/parts/copy.tsx
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
function Copy({ text, label, title }) {
  const [done, set] = d2(false);
  const click = async () => {
    await copy(typeof text === "string" ? text : text());
    set(true);
    setTimeout(() => set(false), 1500);
  };
  return /* @__PURE__ */ a3("button", { type: "button", class: "plain", title, onClick: click, children: /* @__PURE__ */ a3("span", { "aria-live": "polite", children: done ? `✓ ${t3("copied")}` : label }) });
}

// src/parts/evidence.tsx
function marked(e3) {
  const letters = [...e3.sentence];
  const told = letters.slice(e3.start, e3.end).join("");
  if (told === e3.quote && e3.quote) return [letters.slice(0, e3.start).join(""), told, letters.slice(e3.end).join("")];
  const at = e3.sentence.indexOf(e3.quote);
  if (at < 0 || !e3.quote) return [e3.sentence, "", ""];
  return [e3.sentence.slice(0, at), e3.quote, e3.sentence.slice(at + e3.quote.length)];
}
function address(e3) {
  for (const told of [e3.url, e3.source, e3.article]) {
    try {
      const url = new URL(told ?? "");
      if (/^https?:$/.test(url.protocol) && !url.pathname.includes("/id/article/")) return url.href;
    } catch {
    }
  }
  return null;
}
var shortId = (iri) => iri.slice(iri.lastIndexOf("/") + 1);
function Proof({ proof }) {
  const [before, words2, after] = marked(proof);
  const link = address(proof);
  const title = proof.title || proof.id || t3("no_title");
  const rule = proof.rule ?? proof.found_by;
  return /* @__PURE__ */ a3("figure", { class: "proof", "data-evidence": shortId(proof.evidence), children: [
    /* @__PURE__ */ a3("blockquote", { lang: "vi", children: [
      before,
      words2 && /* @__PURE__ */ a3("mark", { children: words2 }),
      after
    ] }),
    /* @__PURE__ */ a3("figcaption", { children: [
      /* @__PURE__ */ a3("cite", { lang: "vi", children: link ? /* @__PURE__ */ a3("a", { href: link, target: "_blank", rel: "noreferrer noopener", children: title }) : title }),
      proof.published && /* @__PURE__ */ a3($, { children: [
        " · ",
        /* @__PURE__ */ a3("time", { dateTime: proof.published, children: day(proof.published) })
      ] }),
      proof.source && !link && /* @__PURE__ */ a3($, { children: [
        " · ",
        proof.source
      ] }),
      rule && /* @__PURE__ */ a3($, { children: [
        " · ",
        /* @__PURE__ */ a3("span", { title: rule, children: [
          t3("rule"),
          " ",
          shortId(rule)
        ] })
      ] }),
      proof.accepted && /* @__PURE__ */ a3($, { children: [
        " · ",
        t3("accepted")
      ] }),
      /* @__PURE__ */ a3($, { children: [
        " · ",
        /* @__PURE__ */ a3(Copy, { text: proof.evidence, label: t3("copy_evidence"), title: proof.evidence })
      ] })
    ] })
  ] });
}
function Articles({ proofs }) {
  const each = [...new Map(proofs.map((p3) => [p3.id, p3])).values()].sort((a4, b) => (b.published ?? "").localeCompare(a4.published ?? ""));
  if (!each.length) return null;
  return /* @__PURE__ */ a3("section", { children: [
    /* @__PURE__ */ a3("h2", { children: t3("told_by") }),
    /* @__PURE__ */ a3("ul", { class: "lines", children: each.map((p3) => {
      const link = address(p3);
      const title = p3.title || p3.id || t3("no_title");
      return /* @__PURE__ */ a3("li", { children: [
        /* @__PURE__ */ a3("cite", { lang: "vi", children: link ? /* @__PURE__ */ a3("a", { href: link, target: "_blank", rel: "noreferrer noopener", children: title }) : title }),
        /* @__PURE__ */ a3("span", { class: "aside", children: [
          p3.published && /* @__PURE__ */ a3($, { children: [
            " · ",
            day(p3.published)
          ] }),
          p3.source && /* @__PURE__ */ a3($, { children: [
            " · ",
            p3.source
          ] })
        ] })
      ] }, p3.id);
    }) })
  ] });
}
function Proofs({ proofs, most = 12, more = 0 }) {
  const left = Math.max(0, proofs.length - most) + more;
  if (!proofs.length) return /* @__PURE__ */ a3("p", { class: "aside", children: t3("no_evidence") });
  return /* @__PURE__ */ a3("div", { class: "proofs", children: [
    proofs.slice(0, most).map((p3) => /* @__PURE__ */ a3(Proof, { proof: p3 }, p3.evidence + p3.id)),
    left > 0 && /* @__PURE__ */ a3("p", { class: "aside", children: t3("more_evidence", left) })
  ] });
}

// src/parts/conflict.tsx
var Names = ({ of }) => /* @__PURE__ */ a3($, { children: of.map((n2, at) => /* @__PURE__ */ a3("span", { children: [
  at > 0 && ", ",
  /* @__PURE__ */ a3("a", { href: entityAt(n2.id), children: n2.name })
] }, n2.id)) });
function ConflictBox({ it }) {
  return /* @__PURE__ */ a3("article", { class: "conflict", children: [
    /* @__PURE__ */ a3("h3", { children: [
      it.label,
      " ",
      /* @__PURE__ */ a3("span", { class: "aside", children: [
        "· ",
        it.gravity_label,
        it.settled && ` · ${t3("settled")}`
      ] })
    ] }),
    /* @__PURE__ */ a3("p", { children: /* @__PURE__ */ a3(Names, { of: it.about }) }),
    /* @__PURE__ */ a3("div", { class: "sides", children: it.sides.map((side, n2) => /* @__PURE__ */ a3("div", { children: [
      /* @__PURE__ */ a3("p", { children: [
        /* @__PURE__ */ a3("strong", { children: [
          t3("side", n2 + 1),
          ":"
        ] }),
        " ",
        side.relation && `${side.relation} `,
        /* @__PURE__ */ a3(Names, { of: side.says }),
        /* @__PURE__ */ a3("span", { class: "aside", children: [
          " · ",
          [side.from, side.until !== side.from && side.until].filter(Boolean).map((d3) => day(d3)).join(" – "),
          " · ",
          side.articles,
          " ",
          t3("articles"),
          side.accepted && ` · ${t3("accepted")}`
        ] })
      ] }),
      /* @__PURE__ */ a3(Proofs, { proofs: side.evidence, most: 4 })
    ] }, n2)) })
  ] });
}

// src/parts/state.tsx
function Failure({ error }) {
  const { near = [], choices = [] } = error instanceof Refused ? error : {};
  const offered = choices.length ? choices : near;
  return /* @__PURE__ */ a3("div", { class: "notice bad", role: "alert", children: [
    /* @__PURE__ */ a3("p", { children: [
      /* @__PURE__ */ a3("strong", { children: [
        t3("failed"),
        "."
      ] }),
      " ",
      error.message
    ] }),
    offered.length > 0 && /* @__PURE__ */ a3($, { children: [
      /* @__PURE__ */ a3("p", { children: choices.length ? t3("choices") : t3("near") }),
      /* @__PURE__ */ a3("ul", { class: "briefs", children: offered.map((b) => /* @__PURE__ */ a3(BriefLine, { brief: b }, b.id)) })
    ] })
  ] });
}
function Answer({ asked: asked2, children }) {
  if (asked2.error) return /* @__PURE__ */ a3(Failure, { error: asked2.error });
  if (asked2.value === null) return /* @__PURE__ */ a3("p", { class: "waiting", role: "status", children: t3("loading") });
  return /* @__PURE__ */ a3("div", { class: asked2.waiting ? "stale" : void 0, children: children(asked2.value) });
}

// src/views/conflicts.tsx
var MOST = 50;
function Bearers({ it }) {
  return /* @__PURE__ */ a3("li", { children: [
    /* @__PURE__ */ a3("h3", { children: [
      it.name,
      it.differ && /* @__PURE__ */ a3("span", { class: "aside", children: [
        " · ",
        it.differ
      ] })
    ] }),
    /* @__PURE__ */ a3("ul", { children: it.people.map((p3) => /* @__PURE__ */ a3("li", { children: [
      /* @__PURE__ */ a3("a", { href: entityAt(p3.id), children: p3.id.replace(/^person\//, "") }),
      /* @__PURE__ */ a3("span", { class: "aside", children: [
        " · ",
        [p3.posts.join("; "), p3.told && [...new Set(p3.told)].map(day).join(" – "), `${number(p3.articles)} ${t3("articles")}`].filter(Boolean).join(" · ")
      ] })
    ] }, p3.id)) }),
    it.undecided.map(([a4, b]) => /* @__PURE__ */ a3("p", { class: "aside", children: [
      t3("undecided_pair"),
      " ",
      /* @__PURE__ */ a3("a", { href: entityAt(a4), children: a4.replace(/^person\//, "") }),
      " / ",
      /* @__PURE__ */ a3("a", { href: entityAt(b), children: b.replace(/^person\//, "") })
    ] }, a4 + b))
  ] });
}
function Conflicts() {
  const [upTo, setUpTo] = d2(MOST);
  const told = useAsked((s3) => conflicts(upTo, s3), [upTo]);
  const names = useAsked((s3) => namesakes(upTo, s3), [upTo]);
  useTitle(t3("conflicts"));
  const more = Math.max(told.value?.total ?? 0, names.value?.total ?? 0) > upTo;
  return /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3("h1", { children: t3("conflicts") }),
    /* @__PURE__ */ a3("p", { class: "lead", children: t3("conflicts_lead") }),
    /* @__PURE__ */ a3("div", { class: "columns uneven", children: [
      /* @__PURE__ */ a3("section", { children: [
        /* @__PURE__ */ a3("h2", { children: t3("conflicts") }),
        /* @__PURE__ */ a3(Answer, { asked: told, children: ({ items }) => items.length ? /* @__PURE__ */ a3($, { children: items.map((c3) => /* @__PURE__ */ a3(ConflictBox, { it: c3 }, c3.iri)) }) : /* @__PURE__ */ a3("p", { class: "aside", children: t3("no_conflicts") }) })
      ] }),
      /* @__PURE__ */ a3("section", { class: "side", children: [
        /* @__PURE__ */ a3("h2", { children: t3("namesakes") }),
        /* @__PURE__ */ a3(Answer, { asked: names, children: ({ items }) => items.length ? /* @__PURE__ */ a3("ul", { class: "namesakes", children: items.map((n2) => /* @__PURE__ */ a3(Bearers, { it: n2 }, n2.name)) }) : /* @__PURE__ */ a3("p", { class: "aside", children: t3("no_namesakes") }) })
      ] })
    ] }),
    more && /* @__PURE__ */ a3("button", { type: "button", onClick: () => setUpTo(upTo + MOST), children: t3("more") })
  ] });
}

// src/parts/lines.tsx
function Opening({ children, label, title, open, toggle, inside }) {
  const id = P2();
  const click = (event) => {
    if (!event.target.closest("a, button") && !getSelection()?.toString()) toggle();
  };
  return /* @__PURE__ */ a3("div", { class: "told", children: [
    /* @__PURE__ */ a3("div", { class: "told-line", onClick: click, children: [
      children,
      " ",
      /* @__PURE__ */ a3("button", { type: "button", class: "count", title, "aria-expanded": open, "aria-controls": id, onClick: toggle, children: [
        label,
        /* @__PURE__ */ a3("span", { class: "hidden", children: [
          " ",
          title
        ] })
      ] })
    ] }),
    /* @__PURE__ */ a3("div", { id, hidden: !open, children: open && inside() })
  ] });
}
function Told({ children, evidence: evidence2, more = 0, wanted }) {
  const [open, set] = d2(false);
  const box = T2(null);
  const first = evidence2[0] && shortId(evidence2[0].evidence);
  const meant = Boolean(wanted && evidence2.some((e3) => shortId(e3.evidence) === wanted));
  A2(() => {
    if (!meant || !box.current || document.querySelector("[data-meant]")) return;
    box.current.dataset.meant = "yes";
    set(true);
    setTimeout(() => box.current?.scrollIntoView({ block: "center" }), 50);
  }, [meant]);
  if (!evidence2.length) return /* @__PURE__ */ a3("div", { class: "told", children });
  const toggle = () => {
    set(!open);
    if (!open) rewrite(`${location.pathname}${location.search}#${first}`);
    else if (location.hash === `#${first}`) rewrite(location.pathname + location.search);
  };
  return /* @__PURE__ */ a3("div", { ref: box, children: /* @__PURE__ */ a3(Opening, { label: evidence2.length + more, title: t3("evidence"), open, toggle, inside: () => /* @__PURE__ */ a3(Proofs, { proofs: evidence2, more }), children }) });
}

// src/views/entity.tsx
var question = (iri) => `PREFIX vg: <https://w3id.org/vietgraph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?property ?other ?quote ?article WHERE {
  <${iri}> ?property ?other .
  OPTIONAL {
    ?evidence rdf:reifies <<( <${iri}> ?property ?other )>> ; vg:quote ?quote ; prov:wasDerivedFrom ?article
  }
}
LIMIT 200`;
function AsOf({ id, asOf }) {
  const show = (date) => go(entityAt(id) + (date ? `?as_of=${date}` : ""));
  const submit = (event) => {
    event.preventDefault();
    show(new FormData(event.currentTarget).get("date")?.toString().trim() ?? "");
  };
  return /* @__PURE__ */ a3("form", { class: "as-of", onSubmit: submit, children: [
    /* @__PURE__ */ a3("label", { children: [
      t3("as_of"),
      " ",
      /* @__PURE__ */ a3("input", { name: "date", defaultValue: asOf, size: 11, inputMode: "numeric", pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?", title: t3("as_of_hint"), placeholder: "2020-06-30" }, asOf)
    ] }),
    /* @__PURE__ */ a3("button", { type: "submit", children: t3("apply") }),
    asOf && /* @__PURE__ */ a3("button", { type: "button", onClick: () => show(""), children: t3("today") })
  ] });
}
function Header({ it, asOf }) {
  return /* @__PURE__ */ a3("header", { class: "who", children: [
    /* @__PURE__ */ a3("p", { class: "kicker", children: [
      /* @__PURE__ */ a3(Badge, { shape: it.shape, colour: it.colour, label: it.class || kindName(it.kind) }),
      " ",
      it.date && /* @__PURE__ */ a3($, { children: [
        " · ",
        day(it.date)
      ] }),
      " · ",
      number(it.degree),
      " ",
      t3("links")
    ] }),
    /* @__PURE__ */ a3("h1", { children: it.name }),
    it.also.length > 0 && /* @__PURE__ */ a3("p", { class: "aside", children: [
      t3("also"),
      ": ",
      it.also.join(", ")
    ] }),
    it.lifetime?.map((line) => /* @__PURE__ */ a3("p", { class: "aside", children: line }, line)),
    /* @__PURE__ */ a3("div", { class: "tools", children: [
      /* @__PURE__ */ a3(AsOf, { id: it.id, asOf }),
      /* @__PURE__ */ a3("a", { class: "button", href: graphAt(it.id), children: t3("graph") }),
      /* @__PURE__ */ a3("a", { class: "button", href: `/sparql-editor?${new URLSearchParams({ query: question(it.iri) })}`, children: "SPARQL" }),
      /* @__PURE__ */ a3(Copy, { text: () => location.href, label: t3("copy_link") }),
      /* @__PURE__ */ a3("a", { class: "button", href: `/api/entity/${inPath(it.id)}`, children: "JSON" }),
      /* @__PURE__ */ a3("a", { class: "button", href: `/id/${inPath(it.id)}?format=turtle`, children: "Turtle" })
    ] }),
    asOf && /* @__PURE__ */ a3("p", { class: "notice", role: "status", children: t3("as_of_shown", day(asOf)) })
  ] });
}
function Notices({ it }) {
  const conflicts2 = it.conflict_list ?? [];
  const namesakes2 = it.namesakes ?? [];
  return /* @__PURE__ */ a3($, { children: [
    namesakes2.length > 0 && /* @__PURE__ */ a3("div", { class: "notice", children: [
      /* @__PURE__ */ a3("p", { children: /* @__PURE__ */ a3("strong", { children: t3("namesake_notice") }) }),
      /* @__PURE__ */ a3("ul", { class: "briefs", children: namesakes2.map((b) => /* @__PURE__ */ a3(BriefLine, { brief: b }, b.id)) })
    ] }),
    conflicts2.length > 0 && /* @__PURE__ */ a3("details", { class: "notice bad", children: [
      /* @__PURE__ */ a3("summary", { children: [
        /* @__PURE__ */ a3("strong", { children: t3("conflict_notice") }),
        " (",
        conflicts2.length,
        ")"
      ] }),
      conflicts2.map((c3) => /* @__PURE__ */ a3(ConflictBox, { it: c3 }, c3.iri))
    ] })
  ] });
}
var SURE = { published: "sure_published", attested: "sure_attested" };
function TimelineItem({ item, wanted }) {
  const held = ["post", "rank"].includes(item.kind);
  const end = item.end && item.end !== item.date ? ` – ${day(item.end)}` : "";
  const year = (item.date ?? "").slice(0, 4);
  const date = held ? day(item.label) : day(item.date) + end;
  const sure = SURE[item.certainty ?? ""];
  return /* @__PURE__ */ a3("li", { class: `item ${item.kind}`, children: /* @__PURE__ */ a3(Told, { evidence: item.evidence ?? [], wanted, children: [
    date !== year && /* @__PURE__ */ a3($, { children: [
      /* @__PURE__ */ a3("time", { dateTime: item.date ?? void 0, children: date }),
      " "
    ] }),
    !held && item.label && /* @__PURE__ */ a3("span", { class: "relation", children: [
      item.label,
      " "
    ] }),
    /* @__PURE__ */ a3("a", { href: entityAt(item.target.id), children: item.target.name }),
    sure && /* @__PURE__ */ a3("span", { class: "aside", children: [
      " · ",
      t3(sure)
    ] })
  ] }) });
}
function Timeline({ items, wanted }) {
  const years = Map.groupBy(items, (i3) => (i3.date ?? "").slice(0, 4));
  return /* @__PURE__ */ a3("ol", { class: "timeline", children: [...years].map(([year, told]) => /* @__PURE__ */ a3("li", { children: [
    /* @__PURE__ */ a3("h3", { class: year ? void 0 : "undated", children: year || t3("undated") }),
    /* @__PURE__ */ a3("ul", { children: told.map((item, n2) => /* @__PURE__ */ a3(TimelineItem, { item, wanted }, n2)) })
  ] }, year)) });
}
function LineOf({ line, wanted, plain }) {
  return /* @__PURE__ */ a3("li", { children: /* @__PURE__ */ a3(Told, { evidence: line.evidence, more: line.more, wanted, children: [
    /* @__PURE__ */ a3("a", { href: entityAt(line.id ?? idOf(line.iri)), children: line.name }),
    !plain && /* @__PURE__ */ a3("span", { class: "relation", children: [
      " · ",
      line.relations.join(", ")
    ] }),
    line.details.length > 0 && /* @__PURE__ */ a3("span", { class: "aside", children: [
      " · ",
      day(line.details.join(" · "))
    ] })
  ] }) });
}
function HeldList({ title, held, by }) {
  if (!held.length) return null;
  return /* @__PURE__ */ a3("section", { children: [
    /* @__PURE__ */ a3("h2", { children: title }),
    /* @__PURE__ */ a3("ul", { class: "held", children: held.map((h3, n2) => /* @__PURE__ */ a3("li", { children: [
      /* @__PURE__ */ a3("span", { class: "span", children: day(h3.span) }),
      /* @__PURE__ */ a3("span", { children: [
        by === "person" ? /* @__PURE__ */ a3("a", { href: entityAt(h3.person_id), children: h3.person }) : /* @__PURE__ */ a3("a", { href: entityAt(h3.held_id ?? idOf(h3.held_iri)), children: h3.held }),
        /* @__PURE__ */ a3("span", { class: "aside", children: [
          " · ",
          h3.articles,
          " ",
          t3("articles"),
          h3.on_that_day ? ` · ${h3.on_that_day}` : ""
        ] }),
        h3.bounds?.length > 0 && /* @__PURE__ */ a3("details", { class: "bounds", children: [
          /* @__PURE__ */ a3("summary", { class: "aside", children: t3("evidence") }),
          /* @__PURE__ */ a3("ul", { children: h3.bounds.map((b, k2) => /* @__PURE__ */ a3("li", { children: [
            b.label,
            " ",
            day(b.date),
            " · ",
            b.reason,
            " ",
            /* @__PURE__ */ a3("span", { class: "aside", children: [
              "[",
              b.source,
              "]"
            ] })
          ] }, k2)) })
        ] })
      ] })
    ] }, n2)) }),
    /* @__PURE__ */ a3("p", { class: "aside", children: t3("spans_help") })
  ] });
}
function HeldOf({ it }) {
  const by = HELD.includes(it.kind) ? "person" : "held";
  return /* @__PURE__ */ a3(HeldList, { title: t3(by === "person" ? "holders" : "tenures"), held: it.tenures ?? [], by });
}
function MetLine({ met }) {
  const [open, set] = d2(false);
  return /* @__PURE__ */ a3("li", { children: /* @__PURE__ */ a3(Opening, { label: `${met.events.length} ×`, title: t3("events"), open, toggle: () => set(!open), inside: () => /* @__PURE__ */ a3("ul", { children: met.events.map((e3) => /* @__PURE__ */ a3("li", { children: e3 }, e3)) }), children: /* @__PURE__ */ a3("a", { href: entityAt(met.id), children: met.name }) }) });
}
function Met({ it }) {
  if (!it.met?.length) return null;
  return /* @__PURE__ */ a3("section", { children: [
    /* @__PURE__ */ a3("h2", { children: t3("met") }),
    /* @__PURE__ */ a3("ul", { class: "met", children: it.met.map((m3) => /* @__PURE__ */ a3(MetLine, { met: m3 }, m3.id)) }),
    /* @__PURE__ */ a3("p", { children: /* @__PURE__ */ a3("a", { href: graphAt(it.id, { mode: "together" }), children: [
      t3("co_attendance"),
      " →"
    ] }) })
  ] });
}
var bare = (it, items) => !items.length && !it.tenures?.length && !it.met?.length;
function sectionsOf(it, items, first) {
  const half = bare(it, items) ? Math.ceil(it.sections.length / 2) : 0;
  return first ? it.sections.slice(0, half) : it.sections.slice(half);
}
function Facts({ section, wanted }) {
  const alike = new Set(section.lines.map((line) => line.relations.join())).size === 1;
  return /* @__PURE__ */ a3("section", { children: [
    /* @__PURE__ */ a3("h2", { children: section.title }),
    /* @__PURE__ */ a3("ul", { class: "lines", children: section.lines.map((l3, n2) => /* @__PURE__ */ a3(LineOf, { line: l3, wanted, plain: alike && l3.relations.length === 1 }, n2)) })
  ] });
}
var HELD = ["post", "rank"];
function EntityPage({ id, asOf }) {
  const asked2 = useAsked((s3) => entity(id, asOf, s3), [id, asOf]);
  const times = useAsked((s3) => timeline(id, s3), [id]);
  const { hash } = usePlace();
  const [wanted] = d2(hash);
  useTitle(asked2.value?.name ?? "");
  const items = (times.value?.items ?? []).filter((i3) => !asOf || !i3.date || i3.date.slice(0, asOf.length) <= asOf);
  return /* @__PURE__ */ a3(Answer, { asked: asked2, children: (it) => /* @__PURE__ */ a3("article", { class: "entity", children: [
    /* @__PURE__ */ a3(Header, { it, asOf }),
    /* @__PURE__ */ a3(Notices, { it }),
    /* @__PURE__ */ a3("div", { class: bare(it, items) ? "columns" : "columns uneven", children: [
      /* @__PURE__ */ a3("div", { children: [
        sectionsOf(it, items, true).map((s3) => /* @__PURE__ */ a3(Facts, { section: s3, wanted }, s3.title)),
        items.length > 0 && /* @__PURE__ */ a3("section", { children: [
          /* @__PURE__ */ a3("h2", { children: t3("timeline") }),
          /* @__PURE__ */ a3(Timeline, { items, wanted })
        ] }),
        it.sections.length === 0 && items.length === 0 && /* @__PURE__ */ a3("p", { class: "aside", children: t3("nothing_known") }),
        /* @__PURE__ */ a3(HeldOf, { it }),
        /* @__PURE__ */ a3(Met, { it })
      ] }),
      /* @__PURE__ */ a3("div", { class: "side", children: [
        sectionsOf(it, items, false).map((s3) => /* @__PURE__ */ a3(Facts, { section: s3, wanted }, s3.title)),
        /* @__PURE__ */ a3(Articles, { proofs: it.sections.flatMap((s3) => s3.lines.flatMap((l3) => l3.evidence)) })
      ] })
    ] })
  ] }) });
}

// src/graph/time.ts
function month(date, late = false) {
  const m3 = /^(\d{4})(?:-(\d\d))?/.exec(date ?? "");
  if (!m3) return null;
  return +m3[1] * 12 + (m3[2] ? +m3[2] - 1 : late ? 11 : 0);
}
var monthText = (n2) => `${Math.floor(n2 / 12)}-${String(n2 % 12 + 1).padStart(2, "0")}`;
function within(it, span, undated) {
  const from = month(it.from) ?? month(it.to);
  const to = month(it.to, true) ?? month(it.from, true);
  if (from === null || to === null) return undated;
  return from <= span[1] && to >= span[0];
}
function spanOf(all) {
  const months = all.flatMap((it) => [month(it.from), month(it.to, true)]).filter((n2) => n2 !== null);
  return months.length ? [Math.min(...months), Math.max(...months)] : null;
}

// src/graph/address.ts
function read(query) {
  const mode = query.get("mode");
  const since = month(query.get("since"));
  const until = month(query.get("until"), true);
  return {
    about: query.get("about") ?? "",
    mode: mode === "together" || mode === "path" ? mode : "near",
    to: query.get("to") ?? "",
    more: query.getAll("more"),
    ids: (query.get("ids") ?? "").split(",").filter(Boolean),
    seen: {
      filter: { classes: new Set(query.getAll("hide")), relations: new Set(query.getAll("without")), span: since !== null && until !== null ? [since, until] : null, undated: query.get("undated") !== "no" },
      node: query.get("node") ?? void 0,
      edge: query.get("edge") ?? void 0,
      labels: mode === "together" ? query.get("labels") === "yes" : query.get("labels") !== "no",
      camera: query.get("camera") ?? ""
    }
  };
}
function write({ about, mode, to, more, ids, seen }) {
  const query = new URLSearchParams();
  const { filter } = seen;
  if (about) query.set("about", about);
  if (ids.length) query.set("ids", ids.join(","));
  if (mode !== "near") query.set("mode", mode);
  if (to) query.set("to", to);
  more.forEach((id) => query.append("more", id));
  filter.classes.forEach((c3) => query.append("hide", c3));
  filter.relations.forEach((r3) => query.append("without", r3));
  if (filter.span) {
    query.set("since", monthText(filter.span[0]));
    query.set("until", monthText(filter.span[1]));
  }
  if (!filter.undated) query.set("undated", "no");
  if (seen.node) query.set("node", seen.node);
  if (seen.edge) query.set("edge", seen.edge);
  if (seen.labels === (mode === "together")) query.set("labels", seen.labels ? "yes" : "no");
  if (seen.camera) query.set("camera", seen.camera);
  return `/graph?${query}`;
}

// src/graph/around.ts
var [FIRST, NEXT] = [60, 30];
var ALL = 1e3;
function portion(all, count) {
  const nodes = all.nodes.slice(0, count + 1);
  const ids = new Set(nodes.map((n2) => n2.id));
  return { nodes, edges: all.edges.filter((e3) => ids.has(e3.source) && ids.has(e3.target)), truncated: nodes.length < all.nodes.length };
}
var Surroundings = class {
  constructor(about) {
    this.about = about;
  }
  about;
  known = /* @__PURE__ */ new Map();
  given = /* @__PURE__ */ new Map();
  /** The next portion, together with those before it. */
  async next(id, signal) {
    const count = (this.given.get(id) ?? 0) + (id === this.about ? FIRST : NEXT);
    this.given.set(id, count);
    const asked2 = this.known.get(id) ?? neighbours(id, ALL, signal);
    this.known.set(id, asked2);
    const all = await asked2;
    return { data: portion(all, count), centre: id, total: all.nodes.length - 1, most: all.truncated };
  }
};
function openedOf(batches) {
  const opened = /* @__PURE__ */ new Map();
  for (const { data, centre, total, most = false } of batches) {
    if (centre && total !== void 0) opened.set(centre, { drawn: Math.min(total, data.nodes.length - 1), total, most });
  }
  return opened;
}

// src/graph/controls.tsx
function kindsOf(drawing) {
  const classes = /* @__PURE__ */ new Map();
  const relations = /* @__PURE__ */ new Map();
  drawing.forEachNode((_3, { node }) => {
    const it = classes.get(node.class) ?? { label: node.class_label, colour: node.colour, shape: node.shape, count: 0 };
    classes.set(node.class, { ...it, count: it.count + 1 });
  });
  drawing.forEachEdge((_3, { parts }) => {
    for (const p3 of parts) relations.set(p3.relation, { label: p3.label, count: (relations.get(p3.relation)?.count ?? 0) + 1 });
  });
  const sorted = (of) => [...of].sort(([, a4], [, b]) => b.count - a4.count || a4.label.localeCompare(b.label, "vi"));
  return { classes: sorted(classes), relations: sorted(relations) };
}
var without = (set, key) => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};
function Filters({ drawing, version, filter, change }) {
  const { classes, relations } = w2(() => kindsOf(drawing), [drawing, version]);
  return /* @__PURE__ */ a3("div", { class: "filter-lists", children: [
    /* @__PURE__ */ a3("fieldset", { children: [
      /* @__PURE__ */ a3("legend", { children: t3("classes") }),
      classes.map(([key, { label, colour, shape, count }]) => /* @__PURE__ */ a3("label", { class: "check", children: [
        /* @__PURE__ */ a3("input", { type: "checkbox", checked: !filter.classes.has(key), onChange: () => change({ ...filter, classes: without(filter.classes, key) }) }),
        /* @__PURE__ */ a3(Mark, { shape, colour }),
        " ",
        label,
        " ",
        /* @__PURE__ */ a3("span", { class: "aside", children: number(count) })
      ] }, key))
    ] }),
    /* @__PURE__ */ a3("fieldset", { children: [
      /* @__PURE__ */ a3("legend", { children: t3("relations") }),
      relations.map(([key, { label, count }]) => /* @__PURE__ */ a3("label", { class: "check", children: [
        /* @__PURE__ */ a3("input", { type: "checkbox", checked: !filter.relations.has(key), onChange: () => change({ ...filter, relations: without(filter.relations, key) }) }),
        label,
        " ",
        /* @__PURE__ */ a3("span", { class: "aside", children: number(count) })
      ] }, key))
    ] })
  ] });
}
function yearsOf(drawing) {
  const years = /* @__PURE__ */ new Map();
  drawing.forEachEdge((_3, { parts }) => {
    for (const p3 of parts) {
      const at = month(p3.from);
      if (at !== null) years.set(Math.floor(at / 12), (years.get(Math.floor(at / 12)) ?? 0) + 1);
    }
  });
  return years;
}
function Bars({ drawing, version, range }) {
  const years = w2(() => yearsOf(drawing), [drawing, version]);
  const most = Math.max(1, ...years.values());
  const wide = Math.max(1, range[1] - range[0] + 1);
  return /* @__PURE__ */ a3("svg", { class: "bars", viewBox: `0 0 ${wide} 20`, preserveAspectRatio: "none", "aria-hidden": "true", children: [...years].map(([year, count]) => /* @__PURE__ */ a3("rect", { x: year * 12 - range[0], width: 11.4, y: 20 - 18 * count / most, height: 18 * count / most }, year)) });
}
function TimeSlider({ drawing, version, range, filter, change }) {
  const span = filter.span ?? range;
  const set = (at, value) => {
    const next = at === 0 ? [Math.min(value, span[1]), span[1]] : [span[0], Math.max(value, span[0])];
    change({ ...filter, span: next[0] <= range[0] && next[1] >= range[1] ? null : next });
  };
  const handle = (at, label) => /* @__PURE__ */ a3("input", { type: "range", min: range[0], max: range[1], value: span[at], "aria-label": label, "aria-valuetext": day(monthText(span[at])), onInput: (e3) => set(at, +e3.currentTarget.value) });
  const percent = (value) => `${(value - range[0]) / Math.max(1, range[1] - range[0]) * 100}%`;
  return /* @__PURE__ */ a3("fieldset", { class: "time", children: [
    /* @__PURE__ */ a3("legend", { children: t3("time") }),
    /* @__PURE__ */ a3(Bars, { drawing, version, range }),
    /* @__PURE__ */ a3("div", { class: "slider", style: { "--from": percent(span[0]), "--to": percent(span[1]) }, children: [
      handle(0, t3("since")),
      handle(1, t3("until"))
    ] }),
    /* @__PURE__ */ a3("div", { class: "ends", children: [
      /* @__PURE__ */ a3("output", { children: day(monthText(span[0])) }),
      /* @__PURE__ */ a3("label", { class: "check", children: [
        /* @__PURE__ */ a3("input", { type: "checkbox", checked: filter.undated, onChange: () => change({ ...filter, undated: !filter.undated }) }),
        " ",
        t3("with_undated")
      ] }),
      /* @__PURE__ */ a3("output", { children: day(monthText(span[1])) })
    ] })
  ] });
}

// node_modules/graphology/dist/graphology.mjs
var import_events = __toESM(require_events(), 1);
function assignPolyfill() {
  const target = arguments[0];
  for (let i3 = 1, l3 = arguments.length; i3 < l3; i3++) {
    if (!arguments[i3]) continue;
    for (const k2 in arguments[i3]) target[k2] = arguments[i3][k2];
  }
  return target;
}
var assign = assignPolyfill;
if (typeof Object.assign === "function") assign = Object.assign;
function getMatchingEdge(graph, source, target, type) {
  const sourceData = graph._nodes.get(source);
  let edge = null;
  if (!sourceData) return edge;
  if (type === "mixed") {
    edge = sourceData.out && sourceData.out[target] || sourceData.undirected && sourceData.undirected[target];
  } else if (type === "directed") {
    edge = sourceData.out && sourceData.out[target];
  } else {
    edge = sourceData.undirected && sourceData.undirected[target];
  }
  return edge;
}
function isPlainObject(value) {
  return typeof value === "object" && value !== null;
}
function isEmpty(o4) {
  let k2;
  for (k2 in o4) return false;
  return true;
}
function privateProperty(target, name, value) {
  Object.defineProperty(target, name, {
    enumerable: false,
    configurable: false,
    writable: true,
    value
  });
}
function readOnlyProperty(target, name, value) {
  const descriptor = {
    enumerable: true,
    configurable: true
  };
  if (typeof value === "function") {
    descriptor.get = value;
  } else {
    descriptor.value = value;
    descriptor.writable = false;
  }
  Object.defineProperty(target, name, descriptor);
}
function validateHints(hints) {
  if (!isPlainObject(hints)) return false;
  if (hints.attributes && !Array.isArray(hints.attributes)) return false;
  return true;
}
function incrementalIdStartingFromRandomByte() {
  let i3 = Math.floor(Math.random() * 256) & 255;
  return () => {
    return i3++;
  };
}
function chain() {
  const iterables = arguments;
  let current2 = null;
  let i3 = -1;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      let step = null;
      do {
        if (current2 === null) {
          i3++;
          if (i3 >= iterables.length) return { done: true };
          current2 = iterables[i3][Symbol.iterator]();
        }
        step = current2.next();
        if (step.done) {
          current2 = null;
          continue;
        }
        break;
      } while (true);
      return step;
    }
  };
}
function emptyIterator() {
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      return { done: true };
    }
  };
}
var GraphError = class extends Error {
  constructor(message) {
    super();
    this.name = "GraphError";
    this.message = message;
  }
};
var InvalidArgumentsGraphError = class _InvalidArgumentsGraphError extends GraphError {
  constructor(message) {
    super(message);
    this.name = "InvalidArgumentsGraphError";
    if (typeof Error.captureStackTrace === "function")
      Error.captureStackTrace(
        this,
        _InvalidArgumentsGraphError.prototype.constructor
      );
  }
};
var NotFoundGraphError = class _NotFoundGraphError extends GraphError {
  constructor(message) {
    super(message);
    this.name = "NotFoundGraphError";
    if (typeof Error.captureStackTrace === "function")
      Error.captureStackTrace(this, _NotFoundGraphError.prototype.constructor);
  }
};
var UsageGraphError = class _UsageGraphError extends GraphError {
  constructor(message) {
    super(message);
    this.name = "UsageGraphError";
    if (typeof Error.captureStackTrace === "function")
      Error.captureStackTrace(this, _UsageGraphError.prototype.constructor);
  }
};
function MixedNodeData(key, attributes) {
  this.key = key;
  this.attributes = attributes;
  this.clear();
}
MixedNodeData.prototype.clear = function() {
  this.inDegree = 0;
  this.outDegree = 0;
  this.undirectedDegree = 0;
  this.undirectedLoops = 0;
  this.directedLoops = 0;
  this.in = {};
  this.out = {};
  this.undirected = {};
};
function DirectedNodeData(key, attributes) {
  this.key = key;
  this.attributes = attributes;
  this.clear();
}
DirectedNodeData.prototype.clear = function() {
  this.inDegree = 0;
  this.outDegree = 0;
  this.directedLoops = 0;
  this.in = {};
  this.out = {};
};
function UndirectedNodeData(key, attributes) {
  this.key = key;
  this.attributes = attributes;
  this.clear();
}
UndirectedNodeData.prototype.clear = function() {
  this.undirectedDegree = 0;
  this.undirectedLoops = 0;
  this.undirected = {};
};
function EdgeData(undirected, key, source, target, attributes) {
  this.key = key;
  this.attributes = attributes;
  this.undirected = undirected;
  this.source = source;
  this.target = target;
}
EdgeData.prototype.attach = function() {
  let outKey = "out";
  let inKey = "in";
  if (this.undirected) outKey = inKey = "undirected";
  const source = this.source.key;
  const target = this.target.key;
  this.source[outKey][target] = this;
  if (this.undirected && source === target) return;
  this.target[inKey][source] = this;
};
EdgeData.prototype.attachMulti = function() {
  let outKey = "out";
  let inKey = "in";
  const source = this.source.key;
  const target = this.target.key;
  if (this.undirected) outKey = inKey = "undirected";
  const adj = this.source[outKey];
  const head = adj[target];
  if (typeof head === "undefined") {
    adj[target] = this;
    if (!(this.undirected && source === target)) {
      this.target[inKey][source] = this;
    }
    return;
  }
  head.previous = this;
  this.next = head;
  adj[target] = this;
  this.target[inKey][source] = this;
};
EdgeData.prototype.detach = function() {
  const source = this.source.key;
  const target = this.target.key;
  let outKey = "out";
  let inKey = "in";
  if (this.undirected) outKey = inKey = "undirected";
  delete this.source[outKey][target];
  delete this.target[inKey][source];
};
EdgeData.prototype.detachMulti = function() {
  const source = this.source.key;
  const target = this.target.key;
  let outKey = "out";
  let inKey = "in";
  if (this.undirected) outKey = inKey = "undirected";
  if (this.previous === void 0) {
    if (this.next === void 0) {
      delete this.source[outKey][target];
      delete this.target[inKey][source];
    } else {
      this.next.previous = void 0;
      this.source[outKey][target] = this.next;
      this.target[inKey][source] = this.next;
    }
  } else {
    this.previous.next = this.next;
    if (this.next !== void 0) {
      this.next.previous = this.previous;
    }
  }
};
var NODE = 0;
var SOURCE = 1;
var TARGET = 2;
var OPPOSITE = 3;
function findRelevantNodeData(graph, method, mode, nodeOrEdge, nameOrEdge, add1, add2) {
  let nodeData, edgeData, arg1, arg2;
  nodeOrEdge = "" + nodeOrEdge;
  if (mode === NODE) {
    nodeData = graph._nodes.get(nodeOrEdge);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.${method}: could not find the "${nodeOrEdge}" node in the graph.`
      );
    arg1 = nameOrEdge;
    arg2 = add1;
  } else if (mode === OPPOSITE) {
    nameOrEdge = "" + nameOrEdge;
    edgeData = graph._edges.get(nameOrEdge);
    if (!edgeData)
      throw new NotFoundGraphError(
        `Graph.${method}: could not find the "${nameOrEdge}" edge in the graph.`
      );
    const source = edgeData.source.key;
    const target = edgeData.target.key;
    if (nodeOrEdge === source) {
      nodeData = edgeData.target;
    } else if (nodeOrEdge === target) {
      nodeData = edgeData.source;
    } else {
      throw new NotFoundGraphError(
        `Graph.${method}: the "${nodeOrEdge}" node is not attached to the "${nameOrEdge}" edge (${source}, ${target}).`
      );
    }
    arg1 = add1;
    arg2 = add2;
  } else {
    edgeData = graph._edges.get(nodeOrEdge);
    if (!edgeData)
      throw new NotFoundGraphError(
        `Graph.${method}: could not find the "${nodeOrEdge}" edge in the graph.`
      );
    if (mode === SOURCE) {
      nodeData = edgeData.source;
    } else {
      nodeData = edgeData.target;
    }
    arg1 = nameOrEdge;
    arg2 = add1;
  }
  return [nodeData, arg1, arg2];
}
function attachNodeAttributeGetter(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge, add1) {
    const [data, name] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge,
      add1
    );
    return data.attributes[name];
  };
}
function attachNodeAttributesGetter(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge) {
    const [data] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge
    );
    return data.attributes;
  };
}
function attachNodeAttributeChecker(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge, add1) {
    const [data, name] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge,
      add1
    );
    return data.attributes.hasOwnProperty(name);
  };
}
function attachNodeAttributeSetter(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge, add1, add2) {
    const [data, name, value] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge,
      add1,
      add2
    );
    data.attributes[name] = value;
    this.emit("nodeAttributesUpdated", {
      key: data.key,
      type: "set",
      attributes: data.attributes,
      name
    });
    return this;
  };
}
function attachNodeAttributeUpdater(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge, add1, add2) {
    const [data, name, updater] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge,
      add1,
      add2
    );
    if (typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        `Graph.${method}: updater should be a function.`
      );
    const attributes = data.attributes;
    const value = updater(attributes[name]);
    attributes[name] = value;
    this.emit("nodeAttributesUpdated", {
      key: data.key,
      type: "set",
      attributes: data.attributes,
      name
    });
    return this;
  };
}
function attachNodeAttributeRemover(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge, add1) {
    const [data, name] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge,
      add1
    );
    delete data.attributes[name];
    this.emit("nodeAttributesUpdated", {
      key: data.key,
      type: "remove",
      attributes: data.attributes,
      name
    });
    return this;
  };
}
function attachNodeAttributesReplacer(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge, add1) {
    const [data, attributes] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge,
      add1
    );
    if (!isPlainObject(attributes))
      throw new InvalidArgumentsGraphError(
        `Graph.${method}: provided attributes are not a plain object.`
      );
    data.attributes = attributes;
    this.emit("nodeAttributesUpdated", {
      key: data.key,
      type: "replace",
      attributes: data.attributes
    });
    return this;
  };
}
function attachNodeAttributesMerger(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge, add1) {
    const [data, attributes] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge,
      add1
    );
    if (!isPlainObject(attributes))
      throw new InvalidArgumentsGraphError(
        `Graph.${method}: provided attributes are not a plain object.`
      );
    assign(data.attributes, attributes);
    this.emit("nodeAttributesUpdated", {
      key: data.key,
      type: "merge",
      attributes: data.attributes,
      data: attributes
    });
    return this;
  };
}
function attachNodeAttributesUpdater(Class, method, mode) {
  Class.prototype[method] = function(nodeOrEdge, nameOrEdge, add1) {
    const [data, updater] = findRelevantNodeData(
      this,
      method,
      mode,
      nodeOrEdge,
      nameOrEdge,
      add1
    );
    if (typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        `Graph.${method}: provided updater is not a function.`
      );
    data.attributes = updater(data.attributes);
    this.emit("nodeAttributesUpdated", {
      key: data.key,
      type: "update",
      attributes: data.attributes
    });
    return this;
  };
}
var NODE_ATTRIBUTES_METHODS = [
  {
    name: (element) => `get${element}Attribute`,
    attacher: attachNodeAttributeGetter
  },
  {
    name: (element) => `get${element}Attributes`,
    attacher: attachNodeAttributesGetter
  },
  {
    name: (element) => `has${element}Attribute`,
    attacher: attachNodeAttributeChecker
  },
  {
    name: (element) => `set${element}Attribute`,
    attacher: attachNodeAttributeSetter
  },
  {
    name: (element) => `update${element}Attribute`,
    attacher: attachNodeAttributeUpdater
  },
  {
    name: (element) => `remove${element}Attribute`,
    attacher: attachNodeAttributeRemover
  },
  {
    name: (element) => `replace${element}Attributes`,
    attacher: attachNodeAttributesReplacer
  },
  {
    name: (element) => `merge${element}Attributes`,
    attacher: attachNodeAttributesMerger
  },
  {
    name: (element) => `update${element}Attributes`,
    attacher: attachNodeAttributesUpdater
  }
];
function attachNodeAttributesMethods(Graph2) {
  NODE_ATTRIBUTES_METHODS.forEach(function({ name, attacher }) {
    attacher(Graph2, name("Node"), NODE);
    attacher(Graph2, name("Source"), SOURCE);
    attacher(Graph2, name("Target"), TARGET);
    attacher(Graph2, name("Opposite"), OPPOSITE);
  });
}
function attachEdgeAttributeGetter(Class, method, type) {
  Class.prototype[method] = function(element, name) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 2) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element;
      const target = "" + name;
      name = arguments[2];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    return data.attributes[name];
  };
}
function attachEdgeAttributesGetter(Class, method, type) {
  Class.prototype[method] = function(element) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 1) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element, target = "" + arguments[1];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    return data.attributes;
  };
}
function attachEdgeAttributeChecker(Class, method, type) {
  Class.prototype[method] = function(element, name) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 2) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element;
      const target = "" + name;
      name = arguments[2];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    return data.attributes.hasOwnProperty(name);
  };
}
function attachEdgeAttributeSetter(Class, method, type) {
  Class.prototype[method] = function(element, name, value) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 3) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element;
      const target = "" + name;
      name = arguments[2];
      value = arguments[3];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    data.attributes[name] = value;
    this.emit("edgeAttributesUpdated", {
      key: data.key,
      type: "set",
      attributes: data.attributes,
      name
    });
    return this;
  };
}
function attachEdgeAttributeUpdater(Class, method, type) {
  Class.prototype[method] = function(element, name, updater) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 3) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element;
      const target = "" + name;
      name = arguments[2];
      updater = arguments[3];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    if (typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        `Graph.${method}: updater should be a function.`
      );
    data.attributes[name] = updater(data.attributes[name]);
    this.emit("edgeAttributesUpdated", {
      key: data.key,
      type: "set",
      attributes: data.attributes,
      name
    });
    return this;
  };
}
function attachEdgeAttributeRemover(Class, method, type) {
  Class.prototype[method] = function(element, name) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 2) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element;
      const target = "" + name;
      name = arguments[2];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    delete data.attributes[name];
    this.emit("edgeAttributesUpdated", {
      key: data.key,
      type: "remove",
      attributes: data.attributes,
      name
    });
    return this;
  };
}
function attachEdgeAttributesReplacer(Class, method, type) {
  Class.prototype[method] = function(element, attributes) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 2) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element, target = "" + attributes;
      attributes = arguments[2];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    if (!isPlainObject(attributes))
      throw new InvalidArgumentsGraphError(
        `Graph.${method}: provided attributes are not a plain object.`
      );
    data.attributes = attributes;
    this.emit("edgeAttributesUpdated", {
      key: data.key,
      type: "replace",
      attributes: data.attributes
    });
    return this;
  };
}
function attachEdgeAttributesMerger(Class, method, type) {
  Class.prototype[method] = function(element, attributes) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 2) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element, target = "" + attributes;
      attributes = arguments[2];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    if (!isPlainObject(attributes))
      throw new InvalidArgumentsGraphError(
        `Graph.${method}: provided attributes are not a plain object.`
      );
    assign(data.attributes, attributes);
    this.emit("edgeAttributesUpdated", {
      key: data.key,
      type: "merge",
      attributes: data.attributes,
      data: attributes
    });
    return this;
  };
}
function attachEdgeAttributesUpdater(Class, method, type) {
  Class.prototype[method] = function(element, updater) {
    let data;
    if (this.type !== "mixed" && type !== "mixed" && type !== this.type)
      throw new UsageGraphError(
        `Graph.${method}: cannot find this type of edges in your ${this.type} graph.`
      );
    if (arguments.length > 2) {
      if (this.multi)
        throw new UsageGraphError(
          `Graph.${method}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`
        );
      const source = "" + element, target = "" + updater;
      updater = arguments[2];
      data = getMatchingEdge(this, source, target, type);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find an edge for the given path ("${source}" - "${target}").`
        );
    } else {
      if (type !== "mixed")
        throw new UsageGraphError(
          `Graph.${method}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`
        );
      element = "" + element;
      data = this._edges.get(element);
      if (!data)
        throw new NotFoundGraphError(
          `Graph.${method}: could not find the "${element}" edge in the graph.`
        );
    }
    if (typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        `Graph.${method}: provided updater is not a function.`
      );
    data.attributes = updater(data.attributes);
    this.emit("edgeAttributesUpdated", {
      key: data.key,
      type: "update",
      attributes: data.attributes
    });
    return this;
  };
}
var EDGE_ATTRIBUTES_METHODS = [
  {
    name: (element) => `get${element}Attribute`,
    attacher: attachEdgeAttributeGetter
  },
  {
    name: (element) => `get${element}Attributes`,
    attacher: attachEdgeAttributesGetter
  },
  {
    name: (element) => `has${element}Attribute`,
    attacher: attachEdgeAttributeChecker
  },
  {
    name: (element) => `set${element}Attribute`,
    attacher: attachEdgeAttributeSetter
  },
  {
    name: (element) => `update${element}Attribute`,
    attacher: attachEdgeAttributeUpdater
  },
  {
    name: (element) => `remove${element}Attribute`,
    attacher: attachEdgeAttributeRemover
  },
  {
    name: (element) => `replace${element}Attributes`,
    attacher: attachEdgeAttributesReplacer
  },
  {
    name: (element) => `merge${element}Attributes`,
    attacher: attachEdgeAttributesMerger
  },
  {
    name: (element) => `update${element}Attributes`,
    attacher: attachEdgeAttributesUpdater
  }
];
function attachEdgeAttributesMethods(Graph2) {
  EDGE_ATTRIBUTES_METHODS.forEach(function({ name, attacher }) {
    attacher(Graph2, name("Edge"), "mixed");
    attacher(Graph2, name("DirectedEdge"), "directed");
    attacher(Graph2, name("UndirectedEdge"), "undirected");
  });
}
var EDGES_ITERATION = [
  {
    name: "edges",
    type: "mixed"
  },
  {
    name: "inEdges",
    type: "directed",
    direction: "in"
  },
  {
    name: "outEdges",
    type: "directed",
    direction: "out"
  },
  {
    name: "inboundEdges",
    type: "mixed",
    direction: "in"
  },
  {
    name: "outboundEdges",
    type: "mixed",
    direction: "out"
  },
  {
    name: "directedEdges",
    type: "directed"
  },
  {
    name: "undirectedEdges",
    type: "undirected"
  }
];
function forEachSimple(breakable, object2, callback, avoid) {
  let shouldBreak = false;
  for (const k2 in object2) {
    if (k2 === avoid) continue;
    const edgeData = object2[k2];
    shouldBreak = callback(
      edgeData.key,
      edgeData.attributes,
      edgeData.source.key,
      edgeData.target.key,
      edgeData.source.attributes,
      edgeData.target.attributes,
      edgeData.undirected
    );
    if (breakable && shouldBreak) return edgeData.key;
  }
  return;
}
function forEachMulti(breakable, object2, callback, avoid) {
  let edgeData, source, target;
  let shouldBreak = false;
  for (const k2 in object2) {
    if (k2 === avoid) continue;
    edgeData = object2[k2];
    do {
      source = edgeData.source;
      target = edgeData.target;
      shouldBreak = callback(
        edgeData.key,
        edgeData.attributes,
        source.key,
        target.key,
        source.attributes,
        target.attributes,
        edgeData.undirected
      );
      if (breakable && shouldBreak) return edgeData.key;
      edgeData = edgeData.next;
    } while (edgeData !== void 0);
  }
  return;
}
function createIterator(object2, avoid) {
  const keys = Object.keys(object2);
  const l3 = keys.length;
  let edgeData;
  let i3 = 0;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      do {
        if (!edgeData) {
          if (i3 >= l3) return { done: true };
          const k2 = keys[i3++];
          if (k2 === avoid) {
            edgeData = void 0;
            continue;
          }
          edgeData = object2[k2];
        } else {
          edgeData = edgeData.next;
        }
      } while (!edgeData);
      return {
        done: false,
        value: {
          edge: edgeData.key,
          attributes: edgeData.attributes,
          source: edgeData.source.key,
          target: edgeData.target.key,
          sourceAttributes: edgeData.source.attributes,
          targetAttributes: edgeData.target.attributes,
          undirected: edgeData.undirected
        }
      };
    }
  };
}
function forEachForKeySimple(breakable, object2, k2, callback) {
  const edgeData = object2[k2];
  if (!edgeData) return;
  const sourceData = edgeData.source;
  const targetData = edgeData.target;
  if (callback(
    edgeData.key,
    edgeData.attributes,
    sourceData.key,
    targetData.key,
    sourceData.attributes,
    targetData.attributes,
    edgeData.undirected
  ) && breakable)
    return edgeData.key;
}
function forEachForKeyMulti(breakable, object2, k2, callback) {
  let edgeData = object2[k2];
  if (!edgeData) return;
  let shouldBreak = false;
  do {
    shouldBreak = callback(
      edgeData.key,
      edgeData.attributes,
      edgeData.source.key,
      edgeData.target.key,
      edgeData.source.attributes,
      edgeData.target.attributes,
      edgeData.undirected
    );
    if (breakable && shouldBreak) return edgeData.key;
    edgeData = edgeData.next;
  } while (edgeData !== void 0);
  return;
}
function createIteratorForKey(object2, k2) {
  let edgeData = object2[k2];
  if (edgeData.next !== void 0) {
    return {
      [Symbol.iterator]() {
        return this;
      },
      next() {
        if (!edgeData) return { done: true };
        const value = {
          edge: edgeData.key,
          attributes: edgeData.attributes,
          source: edgeData.source.key,
          target: edgeData.target.key,
          sourceAttributes: edgeData.source.attributes,
          targetAttributes: edgeData.target.attributes,
          undirected: edgeData.undirected
        };
        edgeData = edgeData.next;
        return {
          done: false,
          value
        };
      }
    };
  }
  let done = false;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      if (done === true) return { done: true };
      done = true;
      return {
        done: false,
        value: {
          edge: edgeData.key,
          attributes: edgeData.attributes,
          source: edgeData.source.key,
          target: edgeData.target.key,
          sourceAttributes: edgeData.source.attributes,
          targetAttributes: edgeData.target.attributes,
          undirected: edgeData.undirected
        }
      };
    }
  };
}
function createEdgeArray(graph, type) {
  if (graph.size === 0) return [];
  if (type === "mixed" || type === graph.type) {
    return Array.from(graph._edges.keys());
  }
  const size2 = type === "undirected" ? graph.undirectedSize : graph.directedSize;
  const list = new Array(size2), mask = type === "undirected";
  const iterator = graph._edges.values();
  let i3 = 0;
  let step, data;
  while (step = iterator.next(), step.done !== true) {
    data = step.value;
    if (data.undirected === mask) list[i3++] = data.key;
  }
  return list;
}
function forEachEdge(breakable, graph, type, callback) {
  if (graph.size === 0) return;
  const shouldFilter = type !== "mixed" && type !== graph.type;
  const mask = type === "undirected";
  let step, data;
  let shouldBreak = false;
  const iterator = graph._edges.values();
  while (step = iterator.next(), step.done !== true) {
    data = step.value;
    if (shouldFilter && data.undirected !== mask) continue;
    const { key, attributes, source, target } = data;
    shouldBreak = callback(
      key,
      attributes,
      source.key,
      target.key,
      source.attributes,
      target.attributes,
      data.undirected
    );
    if (breakable && shouldBreak) return key;
  }
  return;
}
function createEdgeIterator(graph, type) {
  if (graph.size === 0) return emptyIterator();
  const shouldFilter = type !== "mixed" && type !== graph.type;
  const mask = type === "undirected";
  const iterator = graph._edges.values();
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      let step, data;
      while (true) {
        step = iterator.next();
        if (step.done) return step;
        data = step.value;
        if (shouldFilter && data.undirected !== mask) continue;
        break;
      }
      const value = {
        edge: data.key,
        attributes: data.attributes,
        source: data.source.key,
        target: data.target.key,
        sourceAttributes: data.source.attributes,
        targetAttributes: data.target.attributes,
        undirected: data.undirected
      };
      return { value, done: false };
    }
  };
}
function forEachEdgeForNode(breakable, multi, type, direction2, nodeData, callback) {
  const fn = multi ? forEachMulti : forEachSimple;
  let found;
  if (type !== "undirected") {
    if (direction2 !== "out") {
      found = fn(breakable, nodeData.in, callback);
      if (breakable && found) return found;
    }
    if (direction2 !== "in") {
      found = fn(
        breakable,
        nodeData.out,
        callback,
        !direction2 ? nodeData.key : void 0
      );
      if (breakable && found) return found;
    }
  }
  if (type !== "directed") {
    found = fn(breakable, nodeData.undirected, callback);
    if (breakable && found) return found;
  }
  return;
}
function createEdgeArrayForNode(multi, type, direction2, nodeData) {
  const edges = [];
  forEachEdgeForNode(false, multi, type, direction2, nodeData, function(key) {
    edges.push(key);
  });
  return edges;
}
function createEdgeIteratorForNode(type, direction2, nodeData) {
  let iterator = emptyIterator();
  if (type !== "undirected") {
    if (direction2 !== "out" && typeof nodeData.in !== "undefined")
      iterator = chain(iterator, createIterator(nodeData.in));
    if (direction2 !== "in" && typeof nodeData.out !== "undefined")
      iterator = chain(
        iterator,
        createIterator(nodeData.out, !direction2 ? nodeData.key : void 0)
      );
  }
  if (type !== "directed" && typeof nodeData.undirected !== "undefined") {
    iterator = chain(iterator, createIterator(nodeData.undirected));
  }
  return iterator;
}
function forEachEdgeForPath(breakable, type, multi, direction2, sourceData, target, callback) {
  const fn = multi ? forEachForKeyMulti : forEachForKeySimple;
  let found;
  if (type !== "undirected") {
    if (typeof sourceData.in !== "undefined" && direction2 !== "out") {
      found = fn(breakable, sourceData.in, target, callback);
      if (breakable && found) return found;
    }
    if (typeof sourceData.out !== "undefined" && direction2 !== "in" && (direction2 || sourceData.key !== target)) {
      found = fn(breakable, sourceData.out, target, callback);
      if (breakable && found) return found;
    }
  }
  if (type !== "directed") {
    if (typeof sourceData.undirected !== "undefined") {
      found = fn(breakable, sourceData.undirected, target, callback);
      if (breakable && found) return found;
    }
  }
  return;
}
function createEdgeArrayForPath(type, multi, direction2, sourceData, target) {
  const edges = [];
  forEachEdgeForPath(
    false,
    type,
    multi,
    direction2,
    sourceData,
    target,
    function(key) {
      edges.push(key);
    }
  );
  return edges;
}
function createEdgeIteratorForPath(type, direction2, sourceData, target) {
  let iterator = emptyIterator();
  if (type !== "undirected") {
    if (typeof sourceData.in !== "undefined" && direction2 !== "out" && target in sourceData.in)
      iterator = chain(iterator, createIteratorForKey(sourceData.in, target));
    if (typeof sourceData.out !== "undefined" && direction2 !== "in" && target in sourceData.out && (direction2 || sourceData.key !== target))
      iterator = chain(iterator, createIteratorForKey(sourceData.out, target));
  }
  if (type !== "directed") {
    if (typeof sourceData.undirected !== "undefined" && target in sourceData.undirected)
      iterator = chain(
        iterator,
        createIteratorForKey(sourceData.undirected, target)
      );
  }
  return iterator;
}
function attachEdgeArrayCreator(Class, description) {
  const { name, type, direction: direction2 } = description;
  Class.prototype[name] = function(source, target) {
    if (type !== "mixed" && this.type !== "mixed" && type !== this.type)
      return [];
    if (!arguments.length) return createEdgeArray(this, type);
    if (arguments.length === 1) {
      source = "" + source;
      const nodeData = this._nodes.get(source);
      if (typeof nodeData === "undefined")
        throw new NotFoundGraphError(
          `Graph.${name}: could not find the "${source}" node in the graph.`
        );
      return createEdgeArrayForNode(
        this.multi,
        type === "mixed" ? this.type : type,
        direction2,
        nodeData
      );
    }
    if (arguments.length === 2) {
      source = "" + source;
      target = "" + target;
      const sourceData = this._nodes.get(source);
      if (!sourceData)
        throw new NotFoundGraphError(
          `Graph.${name}:  could not find the "${source}" source node in the graph.`
        );
      if (!this._nodes.has(target))
        throw new NotFoundGraphError(
          `Graph.${name}:  could not find the "${target}" target node in the graph.`
        );
      return createEdgeArrayForPath(
        type,
        this.multi,
        direction2,
        sourceData,
        target
      );
    }
    throw new InvalidArgumentsGraphError(
      `Graph.${name}: too many arguments (expecting 0, 1 or 2 and got ${arguments.length}).`
    );
  };
}
function attachForEachEdge(Class, description) {
  const { name, type, direction: direction2 } = description;
  const forEachName = "forEach" + name[0].toUpperCase() + name.slice(1, -1);
  Class.prototype[forEachName] = function(source, target, callback) {
    if (type !== "mixed" && this.type !== "mixed" && type !== this.type) return;
    if (arguments.length === 1) {
      callback = source;
      return forEachEdge(false, this, type, callback);
    }
    if (arguments.length === 2) {
      source = "" + source;
      callback = target;
      const nodeData = this._nodes.get(source);
      if (typeof nodeData === "undefined")
        throw new NotFoundGraphError(
          `Graph.${forEachName}: could not find the "${source}" node in the graph.`
        );
      return forEachEdgeForNode(
        false,
        this.multi,
        type === "mixed" ? this.type : type,
        direction2,
        nodeData,
        callback
      );
    }
    if (arguments.length === 3) {
      source = "" + source;
      target = "" + target;
      const sourceData = this._nodes.get(source);
      if (!sourceData)
        throw new NotFoundGraphError(
          `Graph.${forEachName}:  could not find the "${source}" source node in the graph.`
        );
      if (!this._nodes.has(target))
        throw new NotFoundGraphError(
          `Graph.${forEachName}:  could not find the "${target}" target node in the graph.`
        );
      return forEachEdgeForPath(
        false,
        type,
        this.multi,
        direction2,
        sourceData,
        target,
        callback
      );
    }
    throw new InvalidArgumentsGraphError(
      `Graph.${forEachName}: too many arguments (expecting 1, 2 or 3 and got ${arguments.length}).`
    );
  };
  const mapName = "map" + name[0].toUpperCase() + name.slice(1);
  Class.prototype[mapName] = function() {
    const args = Array.prototype.slice.call(arguments);
    const callback = args.pop();
    let result;
    if (args.length === 0) {
      let length = 0;
      if (type !== "directed") length += this.undirectedSize;
      if (type !== "undirected") length += this.directedSize;
      result = new Array(length);
      let i3 = 0;
      args.push((e3, ea, s3, t4, sa, ta, u3) => {
        result[i3++] = callback(e3, ea, s3, t4, sa, ta, u3);
      });
    } else {
      result = [];
      args.push((e3, ea, s3, t4, sa, ta, u3) => {
        result.push(callback(e3, ea, s3, t4, sa, ta, u3));
      });
    }
    this[forEachName].apply(this, args);
    return result;
  };
  const filterName = "filter" + name[0].toUpperCase() + name.slice(1);
  Class.prototype[filterName] = function() {
    const args = Array.prototype.slice.call(arguments);
    const callback = args.pop();
    const result = [];
    args.push((e3, ea, s3, t4, sa, ta, u3) => {
      if (callback(e3, ea, s3, t4, sa, ta, u3)) result.push(e3);
    });
    this[forEachName].apply(this, args);
    return result;
  };
  const reduceName = "reduce" + name[0].toUpperCase() + name.slice(1);
  Class.prototype[reduceName] = function() {
    let args = Array.prototype.slice.call(arguments);
    if (args.length < 2 || args.length > 4) {
      throw new InvalidArgumentsGraphError(
        `Graph.${reduceName}: invalid number of arguments (expecting 2, 3 or 4 and got ${args.length}).`
      );
    }
    if (typeof args[args.length - 1] === "function" && typeof args[args.length - 2] !== "function") {
      throw new InvalidArgumentsGraphError(
        `Graph.${reduceName}: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array.`
      );
    }
    let callback;
    let initialValue;
    if (args.length === 2) {
      callback = args[0];
      initialValue = args[1];
      args = [];
    } else if (args.length === 3) {
      callback = args[1];
      initialValue = args[2];
      args = [args[0]];
    } else if (args.length === 4) {
      callback = args[2];
      initialValue = args[3];
      args = [args[0], args[1]];
    }
    let accumulator = initialValue;
    args.push((e3, ea, s3, t4, sa, ta, u3) => {
      accumulator = callback(accumulator, e3, ea, s3, t4, sa, ta, u3);
    });
    this[forEachName].apply(this, args);
    return accumulator;
  };
}
function attachFindEdge(Class, description) {
  const { name, type, direction: direction2 } = description;
  const findEdgeName = "find" + name[0].toUpperCase() + name.slice(1, -1);
  Class.prototype[findEdgeName] = function(source, target, callback) {
    if (type !== "mixed" && this.type !== "mixed" && type !== this.type)
      return false;
    if (arguments.length === 1) {
      callback = source;
      return forEachEdge(true, this, type, callback);
    }
    if (arguments.length === 2) {
      source = "" + source;
      callback = target;
      const nodeData = this._nodes.get(source);
      if (typeof nodeData === "undefined")
        throw new NotFoundGraphError(
          `Graph.${findEdgeName}: could not find the "${source}" node in the graph.`
        );
      return forEachEdgeForNode(
        true,
        this.multi,
        type === "mixed" ? this.type : type,
        direction2,
        nodeData,
        callback
      );
    }
    if (arguments.length === 3) {
      source = "" + source;
      target = "" + target;
      const sourceData = this._nodes.get(source);
      if (!sourceData)
        throw new NotFoundGraphError(
          `Graph.${findEdgeName}:  could not find the "${source}" source node in the graph.`
        );
      if (!this._nodes.has(target))
        throw new NotFoundGraphError(
          `Graph.${findEdgeName}:  could not find the "${target}" target node in the graph.`
        );
      return forEachEdgeForPath(
        true,
        type,
        this.multi,
        direction2,
        sourceData,
        target,
        callback
      );
    }
    throw new InvalidArgumentsGraphError(
      `Graph.${findEdgeName}: too many arguments (expecting 1, 2 or 3 and got ${arguments.length}).`
    );
  };
  const someName = "some" + name[0].toUpperCase() + name.slice(1, -1);
  Class.prototype[someName] = function() {
    const args = Array.prototype.slice.call(arguments);
    const callback = args.pop();
    args.push((e3, ea, s3, t4, sa, ta, u3) => {
      return callback(e3, ea, s3, t4, sa, ta, u3);
    });
    const found = this[findEdgeName].apply(this, args);
    if (found) return true;
    return false;
  };
  const everyName = "every" + name[0].toUpperCase() + name.slice(1, -1);
  Class.prototype[everyName] = function() {
    const args = Array.prototype.slice.call(arguments);
    const callback = args.pop();
    args.push((e3, ea, s3, t4, sa, ta, u3) => {
      return !callback(e3, ea, s3, t4, sa, ta, u3);
    });
    const found = this[findEdgeName].apply(this, args);
    if (found) return false;
    return true;
  };
}
function attachEdgeIteratorCreator(Class, description) {
  const { name: originalName, type, direction: direction2 } = description;
  const name = originalName.slice(0, -1) + "Entries";
  Class.prototype[name] = function(source, target) {
    if (type !== "mixed" && this.type !== "mixed" && type !== this.type)
      return emptyIterator();
    if (!arguments.length) return createEdgeIterator(this, type);
    if (arguments.length === 1) {
      source = "" + source;
      const sourceData = this._nodes.get(source);
      if (!sourceData)
        throw new NotFoundGraphError(
          `Graph.${name}: could not find the "${source}" node in the graph.`
        );
      return createEdgeIteratorForNode(type, direction2, sourceData);
    }
    if (arguments.length === 2) {
      source = "" + source;
      target = "" + target;
      const sourceData = this._nodes.get(source);
      if (!sourceData)
        throw new NotFoundGraphError(
          `Graph.${name}:  could not find the "${source}" source node in the graph.`
        );
      if (!this._nodes.has(target))
        throw new NotFoundGraphError(
          `Graph.${name}:  could not find the "${target}" target node in the graph.`
        );
      return createEdgeIteratorForPath(type, direction2, sourceData, target);
    }
    throw new InvalidArgumentsGraphError(
      `Graph.${name}: too many arguments (expecting 0, 1 or 2 and got ${arguments.length}).`
    );
  };
}
function attachEdgeIterationMethods(Graph2) {
  EDGES_ITERATION.forEach((description) => {
    attachEdgeArrayCreator(Graph2, description);
    attachForEachEdge(Graph2, description);
    attachFindEdge(Graph2, description);
    attachEdgeIteratorCreator(Graph2, description);
  });
}
var NEIGHBORS_ITERATION = [
  {
    name: "neighbors",
    type: "mixed"
  },
  {
    name: "inNeighbors",
    type: "directed",
    direction: "in"
  },
  {
    name: "outNeighbors",
    type: "directed",
    direction: "out"
  },
  {
    name: "inboundNeighbors",
    type: "mixed",
    direction: "in"
  },
  {
    name: "outboundNeighbors",
    type: "mixed",
    direction: "out"
  },
  {
    name: "directedNeighbors",
    type: "directed"
  },
  {
    name: "undirectedNeighbors",
    type: "undirected"
  }
];
function CompositeSetWrapper() {
  this.A = null;
  this.B = null;
}
CompositeSetWrapper.prototype.wrap = function(set) {
  if (this.A === null) this.A = set;
  else if (this.B === null) this.B = set;
};
CompositeSetWrapper.prototype.has = function(key) {
  if (this.A !== null && key in this.A) return true;
  if (this.B !== null && key in this.B) return true;
  return false;
};
function forEachInObjectOnce(breakable, visited, nodeData, object2, callback) {
  for (const k2 in object2) {
    const edgeData = object2[k2];
    const sourceData = edgeData.source;
    const targetData = edgeData.target;
    const neighborData = sourceData === nodeData ? targetData : sourceData;
    if (visited && visited.has(neighborData.key)) continue;
    const shouldBreak = callback(neighborData.key, neighborData.attributes);
    if (breakable && shouldBreak) return neighborData.key;
  }
  return;
}
function forEachNeighbor(breakable, type, direction2, nodeData, callback) {
  if (type !== "mixed") {
    if (type === "undirected")
      return forEachInObjectOnce(
        breakable,
        null,
        nodeData,
        nodeData.undirected,
        callback
      );
    if (typeof direction2 === "string")
      return forEachInObjectOnce(
        breakable,
        null,
        nodeData,
        nodeData[direction2],
        callback
      );
  }
  const visited = new CompositeSetWrapper();
  let found;
  if (type !== "undirected") {
    if (direction2 !== "out") {
      found = forEachInObjectOnce(
        breakable,
        null,
        nodeData,
        nodeData.in,
        callback
      );
      if (breakable && found) return found;
      visited.wrap(nodeData.in);
    }
    if (direction2 !== "in") {
      found = forEachInObjectOnce(
        breakable,
        visited,
        nodeData,
        nodeData.out,
        callback
      );
      if (breakable && found) return found;
      visited.wrap(nodeData.out);
    }
  }
  if (type !== "directed") {
    found = forEachInObjectOnce(
      breakable,
      visited,
      nodeData,
      nodeData.undirected,
      callback
    );
    if (breakable && found) return found;
  }
  return;
}
function createNeighborArrayForNode(type, direction2, nodeData) {
  if (type !== "mixed") {
    if (type === "undirected") return Object.keys(nodeData.undirected);
    if (typeof direction2 === "string") return Object.keys(nodeData[direction2]);
  }
  const neighbors = [];
  forEachNeighbor(false, type, direction2, nodeData, function(key) {
    neighbors.push(key);
  });
  return neighbors;
}
function createDedupedObjectIterator(visited, nodeData, object2) {
  const keys = Object.keys(object2);
  const l3 = keys.length;
  let i3 = 0;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      let neighborData = null;
      do {
        if (i3 >= l3) {
          if (visited) visited.wrap(object2);
          return { done: true };
        }
        const edgeData = object2[keys[i3++]];
        const sourceData = edgeData.source;
        const targetData = edgeData.target;
        neighborData = sourceData === nodeData ? targetData : sourceData;
        if (visited && visited.has(neighborData.key)) {
          neighborData = null;
          continue;
        }
      } while (neighborData === null);
      return {
        done: false,
        value: { neighbor: neighborData.key, attributes: neighborData.attributes }
      };
    }
  };
}
function createNeighborIterator(type, direction2, nodeData) {
  if (type !== "mixed") {
    if (type === "undirected")
      return createDedupedObjectIterator(null, nodeData, nodeData.undirected);
    if (typeof direction2 === "string")
      return createDedupedObjectIterator(null, nodeData, nodeData[direction2]);
  }
  let iterator = emptyIterator();
  const visited = new CompositeSetWrapper();
  if (type !== "undirected") {
    if (direction2 !== "out") {
      iterator = chain(
        iterator,
        createDedupedObjectIterator(visited, nodeData, nodeData.in)
      );
    }
    if (direction2 !== "in") {
      iterator = chain(
        iterator,
        createDedupedObjectIterator(visited, nodeData, nodeData.out)
      );
    }
  }
  if (type !== "directed") {
    iterator = chain(
      iterator,
      createDedupedObjectIterator(visited, nodeData, nodeData.undirected)
    );
  }
  return iterator;
}
function attachNeighborArrayCreator(Class, description) {
  const { name, type, direction: direction2 } = description;
  Class.prototype[name] = function(node) {
    if (type !== "mixed" && this.type !== "mixed" && type !== this.type)
      return [];
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (typeof nodeData === "undefined")
      throw new NotFoundGraphError(
        `Graph.${name}: could not find the "${node}" node in the graph.`
      );
    return createNeighborArrayForNode(
      type === "mixed" ? this.type : type,
      direction2,
      nodeData
    );
  };
}
function attachForEachNeighbor(Class, description) {
  const { name, type, direction: direction2 } = description;
  const forEachName = "forEach" + name[0].toUpperCase() + name.slice(1, -1);
  Class.prototype[forEachName] = function(node, callback) {
    if (type !== "mixed" && this.type !== "mixed" && type !== this.type) return;
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (typeof nodeData === "undefined")
      throw new NotFoundGraphError(
        `Graph.${forEachName}: could not find the "${node}" node in the graph.`
      );
    forEachNeighbor(
      false,
      type === "mixed" ? this.type : type,
      direction2,
      nodeData,
      callback
    );
  };
  const mapName = "map" + name[0].toUpperCase() + name.slice(1);
  Class.prototype[mapName] = function(node, callback) {
    const result = [];
    this[forEachName](node, (n2, a4) => {
      result.push(callback(n2, a4));
    });
    return result;
  };
  const filterName = "filter" + name[0].toUpperCase() + name.slice(1);
  Class.prototype[filterName] = function(node, callback) {
    const result = [];
    this[forEachName](node, (n2, a4) => {
      if (callback(n2, a4)) result.push(n2);
    });
    return result;
  };
  const reduceName = "reduce" + name[0].toUpperCase() + name.slice(1);
  Class.prototype[reduceName] = function(node, callback, initialValue) {
    if (arguments.length < 3)
      throw new InvalidArgumentsGraphError(
        `Graph.${reduceName}: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array.`
      );
    let accumulator = initialValue;
    this[forEachName](node, (n2, a4) => {
      accumulator = callback(accumulator, n2, a4);
    });
    return accumulator;
  };
}
function attachFindNeighbor(Class, description) {
  const { name, type, direction: direction2 } = description;
  const capitalizedSingular = name[0].toUpperCase() + name.slice(1, -1);
  const findName = "find" + capitalizedSingular;
  Class.prototype[findName] = function(node, callback) {
    if (type !== "mixed" && this.type !== "mixed" && type !== this.type) return;
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (typeof nodeData === "undefined")
      throw new NotFoundGraphError(
        `Graph.${findName}: could not find the "${node}" node in the graph.`
      );
    return forEachNeighbor(
      true,
      type === "mixed" ? this.type : type,
      direction2,
      nodeData,
      callback
    );
  };
  const someName = "some" + capitalizedSingular;
  Class.prototype[someName] = function(node, callback) {
    const found = this[findName](node, callback);
    if (found) return true;
    return false;
  };
  const everyName = "every" + capitalizedSingular;
  Class.prototype[everyName] = function(node, callback) {
    const found = this[findName](node, (n2, a4) => {
      return !callback(n2, a4);
    });
    if (found) return false;
    return true;
  };
}
function attachNeighborIteratorCreator(Class, description) {
  const { name, type, direction: direction2 } = description;
  const iteratorName = name.slice(0, -1) + "Entries";
  Class.prototype[iteratorName] = function(node) {
    if (type !== "mixed" && this.type !== "mixed" && type !== this.type)
      return emptyIterator();
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (typeof nodeData === "undefined")
      throw new NotFoundGraphError(
        `Graph.${iteratorName}: could not find the "${node}" node in the graph.`
      );
    return createNeighborIterator(
      type === "mixed" ? this.type : type,
      direction2,
      nodeData
    );
  };
}
function attachNeighborIterationMethods(Graph2) {
  NEIGHBORS_ITERATION.forEach((description) => {
    attachNeighborArrayCreator(Graph2, description);
    attachForEachNeighbor(Graph2, description);
    attachFindNeighbor(Graph2, description);
    attachNeighborIteratorCreator(Graph2, description);
  });
}
function forEachAdjacency(breakable, assymetric, disconnectedNodes, graph, callback) {
  const iterator = graph._nodes.values();
  const type = graph.type;
  let step, sourceData, neighbor, adj, edgeData, targetData, shouldBreak;
  while (step = iterator.next(), step.done !== true) {
    let hasEdges = false;
    sourceData = step.value;
    if (type !== "undirected") {
      adj = sourceData.out;
      for (neighbor in adj) {
        edgeData = adj[neighbor];
        do {
          targetData = edgeData.target;
          hasEdges = true;
          shouldBreak = callback(
            sourceData.key,
            targetData.key,
            sourceData.attributes,
            targetData.attributes,
            edgeData.key,
            edgeData.attributes,
            edgeData.undirected
          );
          if (breakable && shouldBreak) return edgeData;
          edgeData = edgeData.next;
        } while (edgeData);
      }
    }
    if (type !== "directed") {
      adj = sourceData.undirected;
      for (neighbor in adj) {
        if (assymetric && sourceData.key > neighbor) continue;
        edgeData = adj[neighbor];
        do {
          targetData = edgeData.target;
          if (targetData.key !== neighbor) targetData = edgeData.source;
          hasEdges = true;
          shouldBreak = callback(
            sourceData.key,
            targetData.key,
            sourceData.attributes,
            targetData.attributes,
            edgeData.key,
            edgeData.attributes,
            edgeData.undirected
          );
          if (breakable && shouldBreak) return edgeData;
          edgeData = edgeData.next;
        } while (edgeData);
      }
    }
    if (disconnectedNodes && !hasEdges) {
      shouldBreak = callback(
        sourceData.key,
        null,
        sourceData.attributes,
        null,
        null,
        null,
        null
      );
      if (breakable && shouldBreak) return null;
    }
  }
  return;
}
function serializeNode(key, data) {
  const serialized = { key };
  if (!isEmpty(data.attributes))
    serialized.attributes = assign({}, data.attributes);
  return serialized;
}
function serializeEdge(type, key, data) {
  const serialized = {
    key,
    source: data.source.key,
    target: data.target.key
  };
  if (!isEmpty(data.attributes))
    serialized.attributes = assign({}, data.attributes);
  if (type === "mixed" && data.undirected) serialized.undirected = true;
  return serialized;
}
function validateSerializedNode(value) {
  if (!isPlainObject(value))
    throw new InvalidArgumentsGraphError(
      'Graph.import: invalid serialized node. A serialized node should be a plain object with at least a "key" property.'
    );
  if (!("key" in value))
    throw new InvalidArgumentsGraphError(
      "Graph.import: serialized node is missing its key."
    );
  if ("attributes" in value && (!isPlainObject(value.attributes) || value.attributes === null))
    throw new InvalidArgumentsGraphError(
      "Graph.import: invalid attributes. Attributes should be a plain object, null or omitted."
    );
}
function validateSerializedEdge(value) {
  if (!isPlainObject(value))
    throw new InvalidArgumentsGraphError(
      'Graph.import: invalid serialized edge. A serialized edge should be a plain object with at least a "source" & "target" property.'
    );
  if (!("source" in value))
    throw new InvalidArgumentsGraphError(
      "Graph.import: serialized edge is missing its source."
    );
  if (!("target" in value))
    throw new InvalidArgumentsGraphError(
      "Graph.import: serialized edge is missing its target."
    );
  if ("attributes" in value && (!isPlainObject(value.attributes) || value.attributes === null))
    throw new InvalidArgumentsGraphError(
      "Graph.import: invalid attributes. Attributes should be a plain object, null or omitted."
    );
  if ("undirected" in value && typeof value.undirected !== "boolean")
    throw new InvalidArgumentsGraphError(
      "Graph.import: invalid undirectedness information. Undirected should be boolean or omitted."
    );
}
var INSTANCE_ID = incrementalIdStartingFromRandomByte();
var TYPES = /* @__PURE__ */ new Set(["directed", "undirected", "mixed"]);
var EMITTER_PROPS = /* @__PURE__ */ new Set([
  "domain",
  "_events",
  "_eventsCount",
  "_maxListeners"
]);
var EDGE_ADD_METHODS = [
  {
    name: (verb) => `${verb}Edge`,
    generateKey: true
  },
  {
    name: (verb) => `${verb}DirectedEdge`,
    generateKey: true,
    type: "directed"
  },
  {
    name: (verb) => `${verb}UndirectedEdge`,
    generateKey: true,
    type: "undirected"
  },
  {
    name: (verb) => `${verb}EdgeWithKey`
  },
  {
    name: (verb) => `${verb}DirectedEdgeWithKey`,
    type: "directed"
  },
  {
    name: (verb) => `${verb}UndirectedEdgeWithKey`,
    type: "undirected"
  }
];
var DEFAULTS = {
  allowSelfLoops: true,
  multi: false,
  type: "mixed"
};
function addNode(graph, node, attributes) {
  if (attributes && !isPlainObject(attributes))
    throw new InvalidArgumentsGraphError(
      `Graph.addNode: invalid attributes. Expecting an object but got "${attributes}"`
    );
  node = "" + node;
  attributes = attributes || {};
  if (graph._nodes.has(node))
    throw new UsageGraphError(
      `Graph.addNode: the "${node}" node already exist in the graph.`
    );
  const data = new graph.NodeDataClass(node, attributes);
  graph._nodes.set(node, data);
  graph.emit("nodeAdded", {
    key: node,
    attributes
  });
  return data;
}
function unsafeAddNode(graph, node, attributes) {
  const data = new graph.NodeDataClass(node, attributes);
  graph._nodes.set(node, data);
  graph.emit("nodeAdded", {
    key: node,
    attributes
  });
  return data;
}
function addEdge(graph, name, mustGenerateKey, undirected, edge, source, target, attributes) {
  if (!undirected && graph.type === "undirected")
    throw new UsageGraphError(
      `Graph.${name}: you cannot add a directed edge to an undirected graph. Use the #.addEdge or #.addUndirectedEdge instead.`
    );
  if (undirected && graph.type === "directed")
    throw new UsageGraphError(
      `Graph.${name}: you cannot add an undirected edge to a directed graph. Use the #.addEdge or #.addDirectedEdge instead.`
    );
  if (attributes && !isPlainObject(attributes))
    throw new InvalidArgumentsGraphError(
      `Graph.${name}: invalid attributes. Expecting an object but got "${attributes}"`
    );
  source = "" + source;
  target = "" + target;
  attributes = attributes || {};
  if (!graph.allowSelfLoops && source === target)
    throw new UsageGraphError(
      `Graph.${name}: source & target are the same ("${source}"), thus creating a loop explicitly forbidden by this graph 'allowSelfLoops' option set to false.`
    );
  const sourceData = graph._nodes.get(source), targetData = graph._nodes.get(target);
  if (!sourceData)
    throw new NotFoundGraphError(
      `Graph.${name}: source node "${source}" not found.`
    );
  if (!targetData)
    throw new NotFoundGraphError(
      `Graph.${name}: target node "${target}" not found.`
    );
  const eventData = {
    key: null,
    undirected,
    source,
    target,
    attributes
  };
  if (mustGenerateKey) {
    edge = graph._edgeKeyGenerator();
  } else {
    edge = "" + edge;
    if (graph._edges.has(edge))
      throw new UsageGraphError(
        `Graph.${name}: the "${edge}" edge already exists in the graph.`
      );
  }
  if (!graph.multi && (undirected ? typeof sourceData.undirected[target] !== "undefined" : typeof sourceData.out[target] !== "undefined")) {
    throw new UsageGraphError(
      `Graph.${name}: an edge linking "${source}" to "${target}" already exists. If you really want to add multiple edges linking those nodes, you should create a multi graph by using the 'multi' option.`
    );
  }
  const edgeData = new EdgeData(
    undirected,
    edge,
    sourceData,
    targetData,
    attributes
  );
  graph._edges.set(edge, edgeData);
  const isSelfLoop = source === target;
  if (undirected) {
    sourceData.undirectedDegree++;
    targetData.undirectedDegree++;
    if (isSelfLoop) {
      sourceData.undirectedLoops++;
      graph._undirectedSelfLoopCount++;
    }
  } else {
    sourceData.outDegree++;
    targetData.inDegree++;
    if (isSelfLoop) {
      sourceData.directedLoops++;
      graph._directedSelfLoopCount++;
    }
  }
  if (graph.multi) edgeData.attachMulti();
  else edgeData.attach();
  if (undirected) graph._undirectedSize++;
  else graph._directedSize++;
  eventData.key = edge;
  graph.emit("edgeAdded", eventData);
  return edge;
}
function mergeEdge(graph, name, mustGenerateKey, undirected, edge, source, target, attributes, asUpdater) {
  if (!undirected && graph.type === "undirected")
    throw new UsageGraphError(
      `Graph.${name}: you cannot merge/update a directed edge to an undirected graph. Use the #.mergeEdge/#.updateEdge or #.addUndirectedEdge instead.`
    );
  if (undirected && graph.type === "directed")
    throw new UsageGraphError(
      `Graph.${name}: you cannot merge/update an undirected edge to a directed graph. Use the #.mergeEdge/#.updateEdge or #.addDirectedEdge instead.`
    );
  if (attributes) {
    if (asUpdater) {
      if (typeof attributes !== "function")
        throw new InvalidArgumentsGraphError(
          `Graph.${name}: invalid updater function. Expecting a function but got "${attributes}"`
        );
    } else {
      if (!isPlainObject(attributes))
        throw new InvalidArgumentsGraphError(
          `Graph.${name}: invalid attributes. Expecting an object but got "${attributes}"`
        );
    }
  }
  source = "" + source;
  target = "" + target;
  let updater;
  if (asUpdater) {
    updater = attributes;
    attributes = void 0;
  }
  if (!graph.allowSelfLoops && source === target)
    throw new UsageGraphError(
      `Graph.${name}: source & target are the same ("${source}"), thus creating a loop explicitly forbidden by this graph 'allowSelfLoops' option set to false.`
    );
  let sourceData = graph._nodes.get(source);
  let targetData = graph._nodes.get(target);
  let edgeData;
  let alreadyExistingEdgeData;
  if (!mustGenerateKey) {
    edgeData = graph._edges.get(edge);
    if (edgeData) {
      if (edgeData.source.key !== source || edgeData.target.key !== target) {
        if (!undirected || edgeData.source.key !== target || edgeData.target.key !== source) {
          throw new UsageGraphError(
            `Graph.${name}: inconsistency detected when attempting to merge the "${edge}" edge with "${source}" source & "${target}" target vs. ("${edgeData.source.key}", "${edgeData.target.key}").`
          );
        }
      }
      alreadyExistingEdgeData = edgeData;
    }
  }
  if (!alreadyExistingEdgeData && !graph.multi && sourceData) {
    alreadyExistingEdgeData = undirected ? sourceData.undirected[target] : sourceData.out[target];
  }
  if (alreadyExistingEdgeData) {
    const info = [alreadyExistingEdgeData.key, false, false, false];
    if (asUpdater ? !updater : !attributes) return info;
    if (asUpdater) {
      const oldAttributes = alreadyExistingEdgeData.attributes;
      alreadyExistingEdgeData.attributes = updater(oldAttributes);
      graph.emit("edgeAttributesUpdated", {
        type: "replace",
        key: alreadyExistingEdgeData.key,
        attributes: alreadyExistingEdgeData.attributes
      });
    } else {
      assign(alreadyExistingEdgeData.attributes, attributes);
      graph.emit("edgeAttributesUpdated", {
        type: "merge",
        key: alreadyExistingEdgeData.key,
        attributes: alreadyExistingEdgeData.attributes,
        data: attributes
      });
    }
    return info;
  }
  attributes = attributes || {};
  if (asUpdater && updater) attributes = updater(attributes);
  const eventData = {
    key: null,
    undirected,
    source,
    target,
    attributes
  };
  if (mustGenerateKey) {
    edge = graph._edgeKeyGenerator();
  } else {
    edge = "" + edge;
    if (graph._edges.has(edge))
      throw new UsageGraphError(
        `Graph.${name}: the "${edge}" edge already exists in the graph.`
      );
  }
  let sourceWasAdded = false;
  let targetWasAdded = false;
  if (!sourceData) {
    sourceData = unsafeAddNode(graph, source, {});
    sourceWasAdded = true;
    if (source === target) {
      targetData = sourceData;
      targetWasAdded = true;
    }
  }
  if (!targetData) {
    targetData = unsafeAddNode(graph, target, {});
    targetWasAdded = true;
  }
  edgeData = new EdgeData(undirected, edge, sourceData, targetData, attributes);
  graph._edges.set(edge, edgeData);
  const isSelfLoop = source === target;
  if (undirected) {
    sourceData.undirectedDegree++;
    targetData.undirectedDegree++;
    if (isSelfLoop) {
      sourceData.undirectedLoops++;
      graph._undirectedSelfLoopCount++;
    }
  } else {
    sourceData.outDegree++;
    targetData.inDegree++;
    if (isSelfLoop) {
      sourceData.directedLoops++;
      graph._directedSelfLoopCount++;
    }
  }
  if (graph.multi) edgeData.attachMulti();
  else edgeData.attach();
  if (undirected) graph._undirectedSize++;
  else graph._directedSize++;
  eventData.key = edge;
  graph.emit("edgeAdded", eventData);
  return [edge, true, sourceWasAdded, targetWasAdded];
}
function dropEdgeFromData(graph, edgeData) {
  graph._edges.delete(edgeData.key);
  const { source: sourceData, target: targetData, attributes } = edgeData;
  const undirected = edgeData.undirected;
  const isSelfLoop = sourceData === targetData;
  if (undirected) {
    sourceData.undirectedDegree--;
    targetData.undirectedDegree--;
    if (isSelfLoop) {
      sourceData.undirectedLoops--;
      graph._undirectedSelfLoopCount--;
    }
  } else {
    sourceData.outDegree--;
    targetData.inDegree--;
    if (isSelfLoop) {
      sourceData.directedLoops--;
      graph._directedSelfLoopCount--;
    }
  }
  if (graph.multi) edgeData.detachMulti();
  else edgeData.detach();
  if (undirected) graph._undirectedSize--;
  else graph._directedSize--;
  graph.emit("edgeDropped", {
    key: edgeData.key,
    attributes,
    source: sourceData.key,
    target: targetData.key,
    undirected
  });
}
var Graph = class _Graph extends import_events.EventEmitter {
  constructor(options) {
    super();
    options = assign({}, DEFAULTS, options);
    if (typeof options.multi !== "boolean")
      throw new InvalidArgumentsGraphError(
        `Graph.constructor: invalid 'multi' option. Expecting a boolean but got "${options.multi}".`
      );
    if (!TYPES.has(options.type))
      throw new InvalidArgumentsGraphError(
        `Graph.constructor: invalid 'type' option. Should be one of "mixed", "directed" or "undirected" but got "${options.type}".`
      );
    if (typeof options.allowSelfLoops !== "boolean")
      throw new InvalidArgumentsGraphError(
        `Graph.constructor: invalid 'allowSelfLoops' option. Expecting a boolean but got "${options.allowSelfLoops}".`
      );
    const NodeDataClass = options.type === "mixed" ? MixedNodeData : options.type === "directed" ? DirectedNodeData : UndirectedNodeData;
    privateProperty(this, "NodeDataClass", NodeDataClass);
    const instancePrefix = "geid_" + INSTANCE_ID() + "_";
    let edgeId = 0;
    const edgeKeyGenerator = () => {
      let availableEdgeKey;
      do {
        availableEdgeKey = instancePrefix + edgeId++;
      } while (this._edges.has(availableEdgeKey));
      return availableEdgeKey;
    };
    privateProperty(this, "_attributes", {});
    privateProperty(this, "_nodes", /* @__PURE__ */ new Map());
    privateProperty(this, "_edges", /* @__PURE__ */ new Map());
    privateProperty(this, "_directedSize", 0);
    privateProperty(this, "_undirectedSize", 0);
    privateProperty(this, "_directedSelfLoopCount", 0);
    privateProperty(this, "_undirectedSelfLoopCount", 0);
    privateProperty(this, "_edgeKeyGenerator", edgeKeyGenerator);
    privateProperty(this, "_options", options);
    EMITTER_PROPS.forEach((prop) => privateProperty(this, prop, this[prop]));
    readOnlyProperty(this, "order", () => this._nodes.size);
    readOnlyProperty(this, "size", () => this._edges.size);
    readOnlyProperty(this, "directedSize", () => this._directedSize);
    readOnlyProperty(this, "undirectedSize", () => this._undirectedSize);
    readOnlyProperty(
      this,
      "selfLoopCount",
      () => this._directedSelfLoopCount + this._undirectedSelfLoopCount
    );
    readOnlyProperty(
      this,
      "directedSelfLoopCount",
      () => this._directedSelfLoopCount
    );
    readOnlyProperty(
      this,
      "undirectedSelfLoopCount",
      () => this._undirectedSelfLoopCount
    );
    readOnlyProperty(this, "multi", this._options.multi);
    readOnlyProperty(this, "type", this._options.type);
    readOnlyProperty(this, "allowSelfLoops", this._options.allowSelfLoops);
    readOnlyProperty(this, "implementation", () => "graphology");
  }
  _resetInstanceCounters() {
    this._directedSize = 0;
    this._undirectedSize = 0;
    this._directedSelfLoopCount = 0;
    this._undirectedSelfLoopCount = 0;
  }
  /**---------------------------------------------------------------------------
   * Read
   **---------------------------------------------------------------------------
   */
  /**
   * Method returning whether the given node is found in the graph.
   *
   * @param  {any}     node - The node.
   * @return {boolean}
   */
  hasNode(node) {
    return this._nodes.has("" + node);
  }
  /**
   * Method returning whether the given directed edge is found in the graph.
   *
   * Arity 1:
   * @param  {any}     edge - The edge's key.
   *
   * Arity 2:
   * @param  {any}     source - The edge's source.
   * @param  {any}     target - The edge's target.
   *
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the arguments are invalid.
   */
  hasDirectedEdge(source, target) {
    if (this.type === "undirected") return false;
    if (arguments.length === 1) {
      const edge = "" + source;
      const edgeData = this._edges.get(edge);
      return !!edgeData && !edgeData.undirected;
    } else if (arguments.length === 2) {
      source = "" + source;
      target = "" + target;
      const nodeData = this._nodes.get(source);
      if (!nodeData) return false;
      return nodeData.out.hasOwnProperty(target);
    }
    throw new InvalidArgumentsGraphError(
      `Graph.hasDirectedEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`
    );
  }
  /**
   * Method returning whether the given undirected edge is found in the graph.
   *
   * Arity 1:
   * @param  {any}     edge - The edge's key.
   *
   * Arity 2:
   * @param  {any}     source - The edge's source.
   * @param  {any}     target - The edge's target.
   *
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the arguments are invalid.
   */
  hasUndirectedEdge(source, target) {
    if (this.type === "directed") return false;
    if (arguments.length === 1) {
      const edge = "" + source;
      const edgeData = this._edges.get(edge);
      return !!edgeData && edgeData.undirected;
    } else if (arguments.length === 2) {
      source = "" + source;
      target = "" + target;
      const nodeData = this._nodes.get(source);
      if (!nodeData) return false;
      return nodeData.undirected.hasOwnProperty(target);
    }
    throw new InvalidArgumentsGraphError(
      `Graph.hasDirectedEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`
    );
  }
  /**
   * Method returning whether the given edge is found in the graph.
   *
   * Arity 1:
   * @param  {any}     edge - The edge's key.
   *
   * Arity 2:
   * @param  {any}     source - The edge's source.
   * @param  {any}     target - The edge's target.
   *
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the arguments are invalid.
   */
  hasEdge(source, target) {
    if (arguments.length === 1) {
      const edge = "" + source;
      return this._edges.has(edge);
    } else if (arguments.length === 2) {
      source = "" + source;
      target = "" + target;
      const nodeData = this._nodes.get(source);
      if (!nodeData) return false;
      return typeof nodeData.out !== "undefined" && nodeData.out.hasOwnProperty(target) || typeof nodeData.undirected !== "undefined" && nodeData.undirected.hasOwnProperty(target);
    }
    throw new InvalidArgumentsGraphError(
      `Graph.hasEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`
    );
  }
  /**
   * Method returning the edge matching source & target in a directed fashion.
   *
   * @param  {any} source - The edge's source.
   * @param  {any} target - The edge's target.
   *
   * @return {any|undefined}
   *
   * @throws {Error} - Will throw if the graph is multi.
   * @throws {Error} - Will throw if source or target doesn't exist.
   */
  directedEdge(source, target) {
    if (this.type === "undirected") return;
    source = "" + source;
    target = "" + target;
    if (this.multi)
      throw new UsageGraphError(
        "Graph.directedEdge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.directedEdges instead."
      );
    const sourceData = this._nodes.get(source);
    if (!sourceData)
      throw new NotFoundGraphError(
        `Graph.directedEdge: could not find the "${source}" source node in the graph.`
      );
    if (!this._nodes.has(target))
      throw new NotFoundGraphError(
        `Graph.directedEdge: could not find the "${target}" target node in the graph.`
      );
    const edgeData = sourceData.out && sourceData.out[target] || void 0;
    if (edgeData) return edgeData.key;
  }
  /**
   * Method returning the edge matching source & target in a undirected fashion.
   *
   * @param  {any} source - The edge's source.
   * @param  {any} target - The edge's target.
   *
   * @return {any|undefined}
   *
   * @throws {Error} - Will throw if the graph is multi.
   * @throws {Error} - Will throw if source or target doesn't exist.
   */
  undirectedEdge(source, target) {
    if (this.type === "directed") return;
    source = "" + source;
    target = "" + target;
    if (this.multi)
      throw new UsageGraphError(
        "Graph.undirectedEdge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.undirectedEdges instead."
      );
    const sourceData = this._nodes.get(source);
    if (!sourceData)
      throw new NotFoundGraphError(
        `Graph.undirectedEdge: could not find the "${source}" source node in the graph.`
      );
    if (!this._nodes.has(target))
      throw new NotFoundGraphError(
        `Graph.undirectedEdge: could not find the "${target}" target node in the graph.`
      );
    const edgeData = sourceData.undirected && sourceData.undirected[target] || void 0;
    if (edgeData) return edgeData.key;
  }
  /**
   * Method returning the edge matching source & target in a mixed fashion.
   *
   * @param  {any} source - The edge's source.
   * @param  {any} target - The edge's target.
   *
   * @return {any|undefined}
   *
   * @throws {Error} - Will throw if the graph is multi.
   * @throws {Error} - Will throw if source or target doesn't exist.
   */
  edge(source, target) {
    if (this.multi)
      throw new UsageGraphError(
        "Graph.edge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.edges instead."
      );
    source = "" + source;
    target = "" + target;
    const sourceData = this._nodes.get(source);
    if (!sourceData)
      throw new NotFoundGraphError(
        `Graph.edge: could not find the "${source}" source node in the graph.`
      );
    if (!this._nodes.has(target))
      throw new NotFoundGraphError(
        `Graph.edge: could not find the "${target}" target node in the graph.`
      );
    const edgeData = sourceData.out && sourceData.out[target] || sourceData.undirected && sourceData.undirected[target] || void 0;
    if (edgeData) return edgeData.key;
  }
  /**
   * Method returning whether two nodes are directed neighbors.
   *
   * @param  {any}     node     - The node's key.
   * @param  {any}     neighbor - The neighbor's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  areDirectedNeighbors(node, neighbor) {
    node = "" + node;
    neighbor = "" + neighbor;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.areDirectedNeighbors: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return false;
    return neighbor in nodeData.in || neighbor in nodeData.out;
  }
  /**
   * Method returning whether two nodes are out neighbors.
   *
   * @param  {any}     node     - The node's key.
   * @param  {any}     neighbor - The neighbor's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  areOutNeighbors(node, neighbor) {
    node = "" + node;
    neighbor = "" + neighbor;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.areOutNeighbors: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return false;
    return neighbor in nodeData.out;
  }
  /**
   * Method returning whether two nodes are in neighbors.
   *
   * @param  {any}     node     - The node's key.
   * @param  {any}     neighbor - The neighbor's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  areInNeighbors(node, neighbor) {
    node = "" + node;
    neighbor = "" + neighbor;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.areInNeighbors: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return false;
    return neighbor in nodeData.in;
  }
  /**
   * Method returning whether two nodes are undirected neighbors.
   *
   * @param  {any}     node     - The node's key.
   * @param  {any}     neighbor - The neighbor's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  areUndirectedNeighbors(node, neighbor) {
    node = "" + node;
    neighbor = "" + neighbor;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.areUndirectedNeighbors: could not find the "${node}" node in the graph.`
      );
    if (this.type === "directed") return false;
    return neighbor in nodeData.undirected;
  }
  /**
   * Method returning whether two nodes are neighbors.
   *
   * @param  {any}     node     - The node's key.
   * @param  {any}     neighbor - The neighbor's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  areNeighbors(node, neighbor) {
    node = "" + node;
    neighbor = "" + neighbor;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.areNeighbors: could not find the "${node}" node in the graph.`
      );
    if (this.type !== "undirected") {
      if (neighbor in nodeData.in || neighbor in nodeData.out) return true;
    }
    if (this.type !== "directed") {
      if (neighbor in nodeData.undirected) return true;
    }
    return false;
  }
  /**
   * Method returning whether two nodes are inbound neighbors.
   *
   * @param  {any}     node     - The node's key.
   * @param  {any}     neighbor - The neighbor's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  areInboundNeighbors(node, neighbor) {
    node = "" + node;
    neighbor = "" + neighbor;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.areInboundNeighbors: could not find the "${node}" node in the graph.`
      );
    if (this.type !== "undirected") {
      if (neighbor in nodeData.in) return true;
    }
    if (this.type !== "directed") {
      if (neighbor in nodeData.undirected) return true;
    }
    return false;
  }
  /**
   * Method returning whether two nodes are outbound neighbors.
   *
   * @param  {any}     node     - The node's key.
   * @param  {any}     neighbor - The neighbor's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  areOutboundNeighbors(node, neighbor) {
    node = "" + node;
    neighbor = "" + neighbor;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.areOutboundNeighbors: could not find the "${node}" node in the graph.`
      );
    if (this.type !== "undirected") {
      if (neighbor in nodeData.out) return true;
    }
    if (this.type !== "directed") {
      if (neighbor in nodeData.undirected) return true;
    }
    return false;
  }
  /**
   * Method returning the given node's in degree.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's in degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  inDegree(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.inDegree: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return 0;
    return nodeData.inDegree;
  }
  /**
   * Method returning the given node's out degree.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's in degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  outDegree(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.outDegree: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return 0;
    return nodeData.outDegree;
  }
  /**
   * Method returning the given node's directed degree.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's in degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  directedDegree(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.directedDegree: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return 0;
    return nodeData.inDegree + nodeData.outDegree;
  }
  /**
   * Method returning the given node's undirected degree.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's in degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  undirectedDegree(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.undirectedDegree: could not find the "${node}" node in the graph.`
      );
    if (this.type === "directed") return 0;
    return nodeData.undirectedDegree;
  }
  /**
   * Method returning the given node's inbound degree.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's inbound degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  inboundDegree(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.inboundDegree: could not find the "${node}" node in the graph.`
      );
    let degree = 0;
    if (this.type !== "directed") {
      degree += nodeData.undirectedDegree;
    }
    if (this.type !== "undirected") {
      degree += nodeData.inDegree;
    }
    return degree;
  }
  /**
   * Method returning the given node's outbound degree.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's outbound degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  outboundDegree(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.outboundDegree: could not find the "${node}" node in the graph.`
      );
    let degree = 0;
    if (this.type !== "directed") {
      degree += nodeData.undirectedDegree;
    }
    if (this.type !== "undirected") {
      degree += nodeData.outDegree;
    }
    return degree;
  }
  /**
   * Method returning the given node's directed degree.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  degree(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.degree: could not find the "${node}" node in the graph.`
      );
    let degree = 0;
    if (this.type !== "directed") {
      degree += nodeData.undirectedDegree;
    }
    if (this.type !== "undirected") {
      degree += nodeData.inDegree + nodeData.outDegree;
    }
    return degree;
  }
  /**
   * Method returning the given node's in degree without considering self loops.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's in degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  inDegreeWithoutSelfLoops(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.inDegreeWithoutSelfLoops: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return 0;
    return nodeData.inDegree - nodeData.directedLoops;
  }
  /**
   * Method returning the given node's out degree without considering self loops.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's in degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  outDegreeWithoutSelfLoops(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.outDegreeWithoutSelfLoops: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return 0;
    return nodeData.outDegree - nodeData.directedLoops;
  }
  /**
   * Method returning the given node's directed degree without considering self loops.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's in degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  directedDegreeWithoutSelfLoops(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.directedDegreeWithoutSelfLoops: could not find the "${node}" node in the graph.`
      );
    if (this.type === "undirected") return 0;
    return nodeData.inDegree + nodeData.outDegree - nodeData.directedLoops * 2;
  }
  /**
   * Method returning the given node's undirected degree without considering self loops.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's in degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  undirectedDegreeWithoutSelfLoops(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.undirectedDegreeWithoutSelfLoops: could not find the "${node}" node in the graph.`
      );
    if (this.type === "directed") return 0;
    return nodeData.undirectedDegree - nodeData.undirectedLoops * 2;
  }
  /**
   * Method returning the given node's inbound degree without considering self loops.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's inbound degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  inboundDegreeWithoutSelfLoops(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.inboundDegreeWithoutSelfLoops: could not find the "${node}" node in the graph.`
      );
    let degree = 0;
    let loops = 0;
    if (this.type !== "directed") {
      degree += nodeData.undirectedDegree;
      loops += nodeData.undirectedLoops * 2;
    }
    if (this.type !== "undirected") {
      degree += nodeData.inDegree;
      loops += nodeData.directedLoops;
    }
    return degree - loops;
  }
  /**
   * Method returning the given node's outbound degree without considering self loops.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's outbound degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  outboundDegreeWithoutSelfLoops(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.outboundDegreeWithoutSelfLoops: could not find the "${node}" node in the graph.`
      );
    let degree = 0;
    let loops = 0;
    if (this.type !== "directed") {
      degree += nodeData.undirectedDegree;
      loops += nodeData.undirectedLoops * 2;
    }
    if (this.type !== "undirected") {
      degree += nodeData.outDegree;
      loops += nodeData.directedLoops;
    }
    return degree - loops;
  }
  /**
   * Method returning the given node's directed degree without considering self loops.
   *
   * @param  {any}     node - The node's key.
   * @return {number}       - The node's degree.
   *
   * @throws {Error} - Will throw if the node isn't in the graph.
   */
  degreeWithoutSelfLoops(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.degreeWithoutSelfLoops: could not find the "${node}" node in the graph.`
      );
    let degree = 0;
    let loops = 0;
    if (this.type !== "directed") {
      degree += nodeData.undirectedDegree;
      loops += nodeData.undirectedLoops * 2;
    }
    if (this.type !== "undirected") {
      degree += nodeData.inDegree + nodeData.outDegree;
      loops += nodeData.directedLoops * 2;
    }
    return degree - loops;
  }
  /**
   * Method returning the given edge's source.
   *
   * @param  {any} edge - The edge's key.
   * @return {any}      - The edge's source.
   *
   * @throws {Error} - Will throw if the edge isn't in the graph.
   */
  source(edge) {
    edge = "" + edge;
    const data = this._edges.get(edge);
    if (!data)
      throw new NotFoundGraphError(
        `Graph.source: could not find the "${edge}" edge in the graph.`
      );
    return data.source.key;
  }
  /**
   * Method returning the given edge's target.
   *
   * @param  {any} edge - The edge's key.
   * @return {any}      - The edge's target.
   *
   * @throws {Error} - Will throw if the edge isn't in the graph.
   */
  target(edge) {
    edge = "" + edge;
    const data = this._edges.get(edge);
    if (!data)
      throw new NotFoundGraphError(
        `Graph.target: could not find the "${edge}" edge in the graph.`
      );
    return data.target.key;
  }
  /**
   * Method returning the given edge's extremities.
   *
   * @param  {any}   edge - The edge's key.
   * @return {array}      - The edge's extremities.
   *
   * @throws {Error} - Will throw if the edge isn't in the graph.
   */
  extremities(edge) {
    edge = "" + edge;
    const edgeData = this._edges.get(edge);
    if (!edgeData)
      throw new NotFoundGraphError(
        `Graph.extremities: could not find the "${edge}" edge in the graph.`
      );
    return [edgeData.source.key, edgeData.target.key];
  }
  /**
   * Given a node & an edge, returns the other extremity of the edge.
   *
   * @param  {any}   node - The node's key.
   * @param  {any}   edge - The edge's key.
   * @return {any}        - The related node.
   *
   * @throws {Error} - Will throw if the edge isn't in the graph or if the
   *                   edge & node are not related.
   */
  opposite(node, edge) {
    node = "" + node;
    edge = "" + edge;
    const data = this._edges.get(edge);
    if (!data)
      throw new NotFoundGraphError(
        `Graph.opposite: could not find the "${edge}" edge in the graph.`
      );
    const source = data.source.key;
    const target = data.target.key;
    if (node === source) return target;
    if (node === target) return source;
    throw new NotFoundGraphError(
      `Graph.opposite: the "${node}" node is not attached to the "${edge}" edge (${source}, ${target}).`
    );
  }
  /**
   * Returns whether the given edge has the given node as extremity.
   *
   * @param  {any}     edge - The edge's key.
   * @param  {any}     node - The node's key.
   * @return {boolean}      - The related node.
   *
   * @throws {Error} - Will throw if either the node or the edge isn't in the graph.
   */
  hasExtremity(edge, node) {
    edge = "" + edge;
    node = "" + node;
    const data = this._edges.get(edge);
    if (!data)
      throw new NotFoundGraphError(
        `Graph.hasExtremity: could not find the "${edge}" edge in the graph.`
      );
    return data.source.key === node || data.target.key === node;
  }
  /**
   * Method returning whether the given edge is undirected.
   *
   * @param  {any}     edge - The edge's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the edge isn't in the graph.
   */
  isUndirected(edge) {
    edge = "" + edge;
    const data = this._edges.get(edge);
    if (!data)
      throw new NotFoundGraphError(
        `Graph.isUndirected: could not find the "${edge}" edge in the graph.`
      );
    return data.undirected;
  }
  /**
   * Method returning whether the given edge is directed.
   *
   * @param  {any}     edge - The edge's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the edge isn't in the graph.
   */
  isDirected(edge) {
    edge = "" + edge;
    const data = this._edges.get(edge);
    if (!data)
      throw new NotFoundGraphError(
        `Graph.isDirected: could not find the "${edge}" edge in the graph.`
      );
    return !data.undirected;
  }
  /**
   * Method returning whether the given edge is a self loop.
   *
   * @param  {any}     edge - The edge's key.
   * @return {boolean}
   *
   * @throws {Error} - Will throw if the edge isn't in the graph.
   */
  isSelfLoop(edge) {
    edge = "" + edge;
    const data = this._edges.get(edge);
    if (!data)
      throw new NotFoundGraphError(
        `Graph.isSelfLoop: could not find the "${edge}" edge in the graph.`
      );
    return data.source === data.target;
  }
  /**---------------------------------------------------------------------------
   * Mutation
   **---------------------------------------------------------------------------
   */
  /**
   * Method used to add a node to the graph.
   *
   * @param  {any}    node         - The node.
   * @param  {object} [attributes] - Optional attributes.
   * @return {any}                 - The node.
   *
   * @throws {Error} - Will throw if the given node already exist.
   * @throws {Error} - Will throw if the given attributes are not an object.
   */
  addNode(node, attributes) {
    const nodeData = addNode(this, node, attributes);
    return nodeData.key;
  }
  /**
   * Method used to merge a node into the graph.
   *
   * @param  {any}    node         - The node.
   * @param  {object} [attributes] - Optional attributes.
   * @return {any}                 - The node.
   */
  mergeNode(node, attributes) {
    if (attributes && !isPlainObject(attributes))
      throw new InvalidArgumentsGraphError(
        `Graph.mergeNode: invalid attributes. Expecting an object but got "${attributes}"`
      );
    node = "" + node;
    attributes = attributes || {};
    let data = this._nodes.get(node);
    if (data) {
      if (attributes) {
        assign(data.attributes, attributes);
        this.emit("nodeAttributesUpdated", {
          type: "merge",
          key: node,
          attributes: data.attributes,
          data: attributes
        });
      }
      return [node, false];
    }
    data = new this.NodeDataClass(node, attributes);
    this._nodes.set(node, data);
    this.emit("nodeAdded", {
      key: node,
      attributes
    });
    return [node, true];
  }
  /**
   * Method used to add a node if it does not exist in the graph or else to
   * update its attributes using a function.
   *
   * @param  {any}      node      - The node.
   * @param  {function} [updater] - Optional updater function.
   * @return {any}                - The node.
   */
  updateNode(node, updater) {
    if (updater && typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        `Graph.updateNode: invalid updater function. Expecting a function but got "${updater}"`
      );
    node = "" + node;
    let data = this._nodes.get(node);
    if (data) {
      if (updater) {
        const oldAttributes = data.attributes;
        data.attributes = updater(oldAttributes);
        this.emit("nodeAttributesUpdated", {
          type: "replace",
          key: node,
          attributes: data.attributes
        });
      }
      return [node, false];
    }
    const attributes = updater ? updater({}) : {};
    data = new this.NodeDataClass(node, attributes);
    this._nodes.set(node, data);
    this.emit("nodeAdded", {
      key: node,
      attributes
    });
    return [node, true];
  }
  /**
   * Method used to drop a single node & all its attached edges from the graph.
   *
   * @param  {any}    node - The node.
   * @return {Graph}
   *
   * @throws {Error} - Will throw if the node doesn't exist.
   */
  dropNode(node) {
    node = "" + node;
    const nodeData = this._nodes.get(node);
    if (!nodeData)
      throw new NotFoundGraphError(
        `Graph.dropNode: could not find the "${node}" node in the graph.`
      );
    let edgeData;
    if (this.type !== "undirected") {
      for (const neighbor in nodeData.out) {
        edgeData = nodeData.out[neighbor];
        do {
          dropEdgeFromData(this, edgeData);
          edgeData = edgeData.next;
        } while (edgeData);
      }
      for (const neighbor in nodeData.in) {
        edgeData = nodeData.in[neighbor];
        do {
          dropEdgeFromData(this, edgeData);
          edgeData = edgeData.next;
        } while (edgeData);
      }
    }
    if (this.type !== "directed") {
      for (const neighbor in nodeData.undirected) {
        edgeData = nodeData.undirected[neighbor];
        do {
          dropEdgeFromData(this, edgeData);
          edgeData = edgeData.next;
        } while (edgeData);
      }
    }
    this._nodes.delete(node);
    this.emit("nodeDropped", {
      key: node,
      attributes: nodeData.attributes
    });
  }
  /**
   * Method used to drop a single edge from the graph.
   *
   * Arity 1:
   * @param  {any}    edge - The edge.
   *
   * Arity 2:
   * @param  {any}    source - Source node.
   * @param  {any}    target - Target node.
   *
   * @return {Graph}
   *
   * @throws {Error} - Will throw if the edge doesn't exist.
   */
  dropEdge(edge) {
    let edgeData;
    if (arguments.length > 1) {
      const source = "" + arguments[0];
      const target = "" + arguments[1];
      edgeData = getMatchingEdge(this, source, target, this.type);
      if (!edgeData)
        throw new NotFoundGraphError(
          `Graph.dropEdge: could not find the "${source}" -> "${target}" edge in the graph.`
        );
    } else {
      edge = "" + edge;
      edgeData = this._edges.get(edge);
      if (!edgeData)
        throw new NotFoundGraphError(
          `Graph.dropEdge: could not find the "${edge}" edge in the graph.`
        );
    }
    dropEdgeFromData(this, edgeData);
    return this;
  }
  /**
   * Method used to drop a single directed edge from the graph.
   *
   * @param  {any}    source - Source node.
   * @param  {any}    target - Target node.
   *
   * @return {Graph}
   *
   * @throws {Error} - Will throw if the edge doesn't exist.
   */
  dropDirectedEdge(source, target) {
    if (arguments.length < 2)
      throw new UsageGraphError(
        "Graph.dropDirectedEdge: it does not make sense to try and drop a directed edge by key. What if the edge with this key is undirected? Use #.dropEdge for this purpose instead."
      );
    if (this.multi)
      throw new UsageGraphError(
        "Graph.dropDirectedEdge: cannot use a {source,target} combo when dropping an edge in a MultiGraph since we cannot infer the one you want to delete as there could be multiple ones."
      );
    source = "" + source;
    target = "" + target;
    const edgeData = getMatchingEdge(this, source, target, "directed");
    if (!edgeData)
      throw new NotFoundGraphError(
        `Graph.dropDirectedEdge: could not find a "${source}" -> "${target}" edge in the graph.`
      );
    dropEdgeFromData(this, edgeData);
    return this;
  }
  /**
   * Method used to drop a single undirected edge from the graph.
   *
   * @param  {any}    source - Source node.
   * @param  {any}    target - Target node.
   *
   * @return {Graph}
   *
   * @throws {Error} - Will throw if the edge doesn't exist.
   */
  dropUndirectedEdge(source, target) {
    if (arguments.length < 2)
      throw new UsageGraphError(
        "Graph.dropUndirectedEdge: it does not make sense to drop a directed edge by key. What if the edge with this key is undirected? Use #.dropEdge for this purpose instead."
      );
    if (this.multi)
      throw new UsageGraphError(
        "Graph.dropUndirectedEdge: cannot use a {source,target} combo when dropping an edge in a MultiGraph since we cannot infer the one you want to delete as there could be multiple ones."
      );
    const edgeData = getMatchingEdge(this, source, target, "undirected");
    if (!edgeData)
      throw new NotFoundGraphError(
        `Graph.dropUndirectedEdge: could not find a "${source}" -> "${target}" edge in the graph.`
      );
    dropEdgeFromData(this, edgeData);
    return this;
  }
  /**
   * Method used to remove every edge & every node from the graph.
   *
   * @return {Graph}
   */
  clear() {
    this._edges.clear();
    this._nodes.clear();
    this._resetInstanceCounters();
    this.emit("cleared");
  }
  /**
   * Method used to remove every edge from the graph.
   *
   * @return {Graph}
   */
  clearEdges() {
    const iterator = this._nodes.values();
    let step;
    while (step = iterator.next(), step.done !== true) {
      step.value.clear();
    }
    this._edges.clear();
    this._resetInstanceCounters();
    this.emit("edgesCleared");
  }
  /**---------------------------------------------------------------------------
   * Attributes-related methods
   **---------------------------------------------------------------------------
   */
  /**
   * Method returning the desired graph's attribute.
   *
   * @param  {string} name - Name of the attribute.
   * @return {any}
   */
  getAttribute(name) {
    return this._attributes[name];
  }
  /**
   * Method returning the graph's attributes.
   *
   * @return {object}
   */
  getAttributes() {
    return this._attributes;
  }
  /**
   * Method returning whether the graph has the desired attribute.
   *
   * @param  {string}  name - Name of the attribute.
   * @return {boolean}
   */
  hasAttribute(name) {
    return this._attributes.hasOwnProperty(name);
  }
  /**
   * Method setting a value for the desired graph's attribute.
   *
   * @param  {string}  name  - Name of the attribute.
   * @param  {any}     value - Value for the attribute.
   * @return {Graph}
   */
  setAttribute(name, value) {
    this._attributes[name] = value;
    this.emit("attributesUpdated", {
      type: "set",
      attributes: this._attributes,
      name
    });
    return this;
  }
  /**
   * Method using a function to update the desired graph's attribute's value.
   *
   * @param  {string}   name    - Name of the attribute.
   * @param  {function} updater - Function use to update the attribute's value.
   * @return {Graph}
   */
  updateAttribute(name, updater) {
    if (typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.updateAttribute: updater should be a function."
      );
    const value = this._attributes[name];
    this._attributes[name] = updater(value);
    this.emit("attributesUpdated", {
      type: "set",
      attributes: this._attributes,
      name
    });
    return this;
  }
  /**
   * Method removing the desired graph's attribute.
   *
   * @param  {string} name  - Name of the attribute.
   * @return {Graph}
   */
  removeAttribute(name) {
    delete this._attributes[name];
    this.emit("attributesUpdated", {
      type: "remove",
      attributes: this._attributes,
      name
    });
    return this;
  }
  /**
   * Method replacing the graph's attributes.
   *
   * @param  {object} attributes - New attributes.
   * @return {Graph}
   *
   * @throws {Error} - Will throw if given attributes are not a plain object.
   */
  replaceAttributes(attributes) {
    if (!isPlainObject(attributes))
      throw new InvalidArgumentsGraphError(
        "Graph.replaceAttributes: provided attributes are not a plain object."
      );
    this._attributes = attributes;
    this.emit("attributesUpdated", {
      type: "replace",
      attributes: this._attributes
    });
    return this;
  }
  /**
   * Method merging the graph's attributes.
   *
   * @param  {object} attributes - Attributes to merge.
   * @return {Graph}
   *
   * @throws {Error} - Will throw if given attributes are not a plain object.
   */
  mergeAttributes(attributes) {
    if (!isPlainObject(attributes))
      throw new InvalidArgumentsGraphError(
        "Graph.mergeAttributes: provided attributes are not a plain object."
      );
    assign(this._attributes, attributes);
    this.emit("attributesUpdated", {
      type: "merge",
      attributes: this._attributes,
      data: attributes
    });
    return this;
  }
  /**
   * Method updating the graph's attributes.
   *
   * @param  {function} updater - Function used to update the attributes.
   * @return {Graph}
   *
   * @throws {Error} - Will throw if given updater is not a function.
   */
  updateAttributes(updater) {
    if (typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.updateAttributes: provided updater is not a function."
      );
    this._attributes = updater(this._attributes);
    this.emit("attributesUpdated", {
      type: "update",
      attributes: this._attributes
    });
    return this;
  }
  /**
   * Method used to update each node's attributes using the given function.
   *
   * @param {function}  updater - Updater function to use.
   * @param {object}    [hints] - Optional hints.
   */
  updateEachNodeAttributes(updater, hints) {
    if (typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.updateEachNodeAttributes: expecting an updater function."
      );
    if (hints && !validateHints(hints))
      throw new InvalidArgumentsGraphError(
        "Graph.updateEachNodeAttributes: invalid hints. Expecting an object having the following shape: {attributes?: [string]}"
      );
    const iterator = this._nodes.values();
    let step, nodeData;
    while (step = iterator.next(), step.done !== true) {
      nodeData = step.value;
      nodeData.attributes = updater(nodeData.key, nodeData.attributes);
    }
    this.emit("eachNodeAttributesUpdated", {
      hints: hints ? hints : null
    });
  }
  /**
   * Method used to update each edge's attributes using the given function.
   *
   * @param {function}  updater - Updater function to use.
   * @param {object}    [hints] - Optional hints.
   */
  updateEachEdgeAttributes(updater, hints) {
    if (typeof updater !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.updateEachEdgeAttributes: expecting an updater function."
      );
    if (hints && !validateHints(hints))
      throw new InvalidArgumentsGraphError(
        "Graph.updateEachEdgeAttributes: invalid hints. Expecting an object having the following shape: {attributes?: [string]}"
      );
    const iterator = this._edges.values();
    let step, edgeData, sourceData, targetData;
    while (step = iterator.next(), step.done !== true) {
      edgeData = step.value;
      sourceData = edgeData.source;
      targetData = edgeData.target;
      edgeData.attributes = updater(
        edgeData.key,
        edgeData.attributes,
        sourceData.key,
        targetData.key,
        sourceData.attributes,
        targetData.attributes,
        edgeData.undirected
      );
    }
    this.emit("eachEdgeAttributesUpdated", {
      hints: hints ? hints : null
    });
  }
  /**---------------------------------------------------------------------------
   * Iteration-related methods
   **---------------------------------------------------------------------------
   */
  /**
   * Method iterating over the graph's adjacency using the given callback.
   *
   * @param  {function}  callback - Callback to use.
   */
  forEachAdjacencyEntry(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.forEachAdjacencyEntry: expecting a callback."
      );
    forEachAdjacency(false, false, false, this, callback);
  }
  forEachAdjacencyEntryWithOrphans(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.forEachAdjacencyEntryWithOrphans: expecting a callback."
      );
    forEachAdjacency(false, false, true, this, callback);
  }
  /**
   * Method iterating over the graph's assymetric adjacency using the given callback.
   *
   * @param  {function}  callback - Callback to use.
   */
  forEachAssymetricAdjacencyEntry(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.forEachAssymetricAdjacencyEntry: expecting a callback."
      );
    forEachAdjacency(false, true, false, this, callback);
  }
  forEachAssymetricAdjacencyEntryWithOrphans(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.forEachAssymetricAdjacencyEntryWithOrphans: expecting a callback."
      );
    forEachAdjacency(false, true, true, this, callback);
  }
  /**
   * Method returning the list of the graph's nodes.
   *
   * @return {array} - The nodes.
   */
  nodes() {
    return Array.from(this._nodes.keys());
  }
  /**
   * Method iterating over the graph's nodes using the given callback.
   *
   * @param  {function}  callback - Callback (key, attributes, index).
   */
  forEachNode(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.forEachNode: expecting a callback."
      );
    const iterator = this._nodes.values();
    let step, nodeData;
    while (step = iterator.next(), step.done !== true) {
      nodeData = step.value;
      callback(nodeData.key, nodeData.attributes);
    }
  }
  /**
   * Method iterating attempting to find a node matching the given predicate
   * function.
   *
   * @param  {function}  callback - Callback (key, attributes).
   */
  findNode(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.findNode: expecting a callback."
      );
    const iterator = this._nodes.values();
    let step, nodeData;
    while (step = iterator.next(), step.done !== true) {
      nodeData = step.value;
      if (callback(nodeData.key, nodeData.attributes)) return nodeData.key;
    }
    return;
  }
  /**
   * Method mapping nodes.
   *
   * @param  {function}  callback - Callback (key, attributes).
   */
  mapNodes(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.mapNode: expecting a callback."
      );
    const iterator = this._nodes.values();
    let step, nodeData;
    const result = new Array(this.order);
    let i3 = 0;
    while (step = iterator.next(), step.done !== true) {
      nodeData = step.value;
      result[i3++] = callback(nodeData.key, nodeData.attributes);
    }
    return result;
  }
  /**
   * Method returning whether some node verify the given predicate.
   *
   * @param  {function}  callback - Callback (key, attributes).
   */
  someNode(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.someNode: expecting a callback."
      );
    const iterator = this._nodes.values();
    let step, nodeData;
    while (step = iterator.next(), step.done !== true) {
      nodeData = step.value;
      if (callback(nodeData.key, nodeData.attributes)) return true;
    }
    return false;
  }
  /**
   * Method returning whether all node verify the given predicate.
   *
   * @param  {function}  callback - Callback (key, attributes).
   */
  everyNode(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.everyNode: expecting a callback."
      );
    const iterator = this._nodes.values();
    let step, nodeData;
    while (step = iterator.next(), step.done !== true) {
      nodeData = step.value;
      if (!callback(nodeData.key, nodeData.attributes)) return false;
    }
    return true;
  }
  /**
   * Method filtering nodes.
   *
   * @param  {function}  callback - Callback (key, attributes).
   */
  filterNodes(callback) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.filterNodes: expecting a callback."
      );
    const iterator = this._nodes.values();
    let step, nodeData;
    const result = [];
    while (step = iterator.next(), step.done !== true) {
      nodeData = step.value;
      if (callback(nodeData.key, nodeData.attributes))
        result.push(nodeData.key);
    }
    return result;
  }
  /**
   * Method reducing nodes.
   *
   * @param  {function}  callback - Callback (accumulator, key, attributes).
   */
  reduceNodes(callback, initialValue) {
    if (typeof callback !== "function")
      throw new InvalidArgumentsGraphError(
        "Graph.reduceNodes: expecting a callback."
      );
    if (arguments.length < 2)
      throw new InvalidArgumentsGraphError(
        "Graph.reduceNodes: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array."
      );
    let accumulator = initialValue;
    const iterator = this._nodes.values();
    let step, nodeData;
    while (step = iterator.next(), step.done !== true) {
      nodeData = step.value;
      accumulator = callback(accumulator, nodeData.key, nodeData.attributes);
    }
    return accumulator;
  }
  /**
   * Method returning an iterator over the graph's node entries.
   *
   * @return {Iterator}
   */
  nodeEntries() {
    const iterator = this._nodes.values();
    return {
      [Symbol.iterator]() {
        return this;
      },
      next() {
        const step = iterator.next();
        if (step.done) return step;
        const data = step.value;
        return {
          value: { node: data.key, attributes: data.attributes },
          done: false
        };
      }
    };
  }
  /**---------------------------------------------------------------------------
   * Serialization
   **---------------------------------------------------------------------------
   */
  /**
   * Method used to export the whole graph.
   *
   * @return {object} - The serialized graph.
   */
  export() {
    const nodes = new Array(this._nodes.size);
    let i3 = 0;
    this._nodes.forEach((data, key) => {
      nodes[i3++] = serializeNode(key, data);
    });
    const edges = new Array(this._edges.size);
    i3 = 0;
    this._edges.forEach((data, key) => {
      edges[i3++] = serializeEdge(this.type, key, data);
    });
    return {
      options: {
        type: this.type,
        multi: this.multi,
        allowSelfLoops: this.allowSelfLoops
      },
      attributes: this.getAttributes(),
      nodes,
      edges
    };
  }
  /**
   * Method used to import a serialized graph.
   *
   * @param  {object|Graph} data  - The serialized graph.
   * @param  {boolean}      merge - Whether to merge data.
   * @return {Graph}              - Returns itself for chaining.
   */
  import(data, merge = false) {
    if (data instanceof _Graph) {
      data.forEachNode((n2, a4) => {
        if (merge) this.mergeNode(n2, a4);
        else this.addNode(n2, a4);
      });
      data.forEachEdge((e3, a4, s3, t4, _sa, _ta, u3) => {
        if (merge) {
          if (u3) this.mergeUndirectedEdgeWithKey(e3, s3, t4, a4);
          else this.mergeDirectedEdgeWithKey(e3, s3, t4, a4);
        } else {
          if (u3) this.addUndirectedEdgeWithKey(e3, s3, t4, a4);
          else this.addDirectedEdgeWithKey(e3, s3, t4, a4);
        }
      });
      return this;
    }
    if (!isPlainObject(data))
      throw new InvalidArgumentsGraphError(
        "Graph.import: invalid argument. Expecting a serialized graph or, alternatively, a Graph instance."
      );
    if (data.attributes) {
      if (!isPlainObject(data.attributes))
        throw new InvalidArgumentsGraphError(
          "Graph.import: invalid attributes. Expecting a plain object."
        );
      if (merge) this.mergeAttributes(data.attributes);
      else this.replaceAttributes(data.attributes);
    }
    let i3, l3, list, node, edge;
    if (data.nodes) {
      list = data.nodes;
      if (!Array.isArray(list))
        throw new InvalidArgumentsGraphError(
          "Graph.import: invalid nodes. Expecting an array."
        );
      for (i3 = 0, l3 = list.length; i3 < l3; i3++) {
        node = list[i3];
        validateSerializedNode(node);
        const { key, attributes } = node;
        if (merge) this.mergeNode(key, attributes);
        else this.addNode(key, attributes);
      }
    }
    if (data.edges) {
      let undirectedByDefault = false;
      if (this.type === "undirected") {
        undirectedByDefault = true;
      }
      list = data.edges;
      if (!Array.isArray(list))
        throw new InvalidArgumentsGraphError(
          "Graph.import: invalid edges. Expecting an array."
        );
      for (i3 = 0, l3 = list.length; i3 < l3; i3++) {
        edge = list[i3];
        validateSerializedEdge(edge);
        const {
          source,
          target,
          attributes,
          undirected = undirectedByDefault
        } = edge;
        let method;
        if ("key" in edge) {
          method = merge ? undirected ? this.mergeUndirectedEdgeWithKey : this.mergeDirectedEdgeWithKey : undirected ? this.addUndirectedEdgeWithKey : this.addDirectedEdgeWithKey;
          method.call(this, edge.key, source, target, attributes);
        } else {
          method = merge ? undirected ? this.mergeUndirectedEdge : this.mergeDirectedEdge : undirected ? this.addUndirectedEdge : this.addDirectedEdge;
          method.call(this, source, target, attributes);
        }
      }
    }
    return this;
  }
  /**---------------------------------------------------------------------------
   * Utils
   **---------------------------------------------------------------------------
   */
  /**
   * Method returning a null copy of the graph, i.e. a graph without nodes
   * & edges but with the exact same options.
   *
   * @param  {object} options - Options to merge with the current ones.
   * @return {Graph}          - The null copy.
   */
  nullCopy(options) {
    const graph = new _Graph(assign({}, this._options, options));
    graph.replaceAttributes(assign({}, this.getAttributes()));
    return graph;
  }
  /**
   * Method returning an empty copy of the graph, i.e. a graph without edges but
   * with the exact same options.
   *
   * @param  {object} options - Options to merge with the current ones.
   * @return {Graph}          - The empty copy.
   */
  emptyCopy(options) {
    const graph = this.nullCopy(options);
    this._nodes.forEach((nodeData, key) => {
      const attributes = assign({}, nodeData.attributes);
      nodeData = new graph.NodeDataClass(key, attributes);
      graph._nodes.set(key, nodeData);
    });
    return graph;
  }
  /**
   * Method returning an exact copy of the graph.
   *
   * @param  {object} options - Upgrade options.
   * @return {Graph}          - The copy.
   */
  copy(options) {
    options = options || {};
    if (typeof options.type === "string" && options.type !== this.type && options.type !== "mixed")
      throw new UsageGraphError(
        `Graph.copy: cannot create an incompatible copy from "${this.type}" type to "${options.type}" because this would mean losing information about the current graph.`
      );
    if (typeof options.multi === "boolean" && options.multi !== this.multi && options.multi !== true)
      throw new UsageGraphError(
        "Graph.copy: cannot create an incompatible copy by downgrading a multi graph to a simple one because this would mean losing information about the current graph."
      );
    if (typeof options.allowSelfLoops === "boolean" && options.allowSelfLoops !== this.allowSelfLoops && options.allowSelfLoops !== true)
      throw new UsageGraphError(
        "Graph.copy: cannot create an incompatible copy from a graph allowing self loops to one that does not because this would mean losing information about the current graph."
      );
    const graph = this.emptyCopy(options);
    const iterator = this._edges.values();
    let step, edgeData;
    while (step = iterator.next(), step.done !== true) {
      edgeData = step.value;
      addEdge(
        graph,
        "copy",
        false,
        edgeData.undirected,
        edgeData.key,
        edgeData.source.key,
        edgeData.target.key,
        assign({}, edgeData.attributes)
      );
    }
    return graph;
  }
  /**---------------------------------------------------------------------------
   * Known methods
   **---------------------------------------------------------------------------
   */
  /**
   * Method used by JavaScript to perform JSON serialization.
   *
   * @return {object} - The serialized graph.
   */
  toJSON() {
    return this.export();
  }
  /**
   * Method returning [object Graph].
   */
  toString() {
    return "[object Graph]";
  }
  /**
   * Method used internally by node's console to display a custom object.
   *
   * @return {object} - Formatted object representation of the graph.
   */
  inspect() {
    const nodes = {};
    this._nodes.forEach((data, key) => {
      nodes[key] = data.attributes;
    });
    const edges = {}, multiIndex = {};
    this._edges.forEach((data, key) => {
      const direction2 = data.undirected ? "--" : "->";
      let label = "";
      let source = data.source.key;
      let target = data.target.key;
      let tmp;
      if (data.undirected && source > target) {
        tmp = source;
        source = target;
        target = tmp;
      }
      const desc = `(${source})${direction2}(${target})`;
      if (!key.startsWith("geid_")) {
        label += `[${key}]: `;
      } else if (this.multi) {
        if (typeof multiIndex[desc] === "undefined") {
          multiIndex[desc] = 0;
        } else {
          multiIndex[desc]++;
        }
        label += `${multiIndex[desc]}. `;
      }
      label += desc;
      edges[label] = data.attributes;
    });
    const dummy = {};
    for (const k2 in this) {
      if (this.hasOwnProperty(k2) && !EMITTER_PROPS.has(k2) && typeof this[k2] !== "function" && typeof k2 !== "symbol")
        dummy[k2] = this[k2];
    }
    dummy.attributes = this._attributes;
    dummy.nodes = nodes;
    dummy.edges = edges;
    privateProperty(dummy, "constructor", this.constructor);
    return dummy;
  }
};
if (typeof Symbol !== "undefined")
  Graph.prototype[/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")] = Graph.prototype.inspect;
EDGE_ADD_METHODS.forEach((method) => {
  ["add", "merge", "update"].forEach((verb) => {
    const name = method.name(verb);
    const fn = verb === "add" ? addEdge : mergeEdge;
    if (method.generateKey) {
      Graph.prototype[name] = function(source, target, attributes) {
        return fn(
          this,
          name,
          true,
          (method.type || this.type) === "undirected",
          null,
          source,
          target,
          attributes,
          verb === "update"
        );
      };
    } else {
      Graph.prototype[name] = function(edge, source, target, attributes) {
        return fn(
          this,
          name,
          false,
          (method.type || this.type) === "undirected",
          edge,
          source,
          target,
          attributes,
          verb === "update"
        );
      };
    }
  });
});
attachNodeAttributesMethods(Graph);
attachEdgeAttributesMethods(Graph);
attachEdgeIterationMethods(Graph);
attachNeighborIterationMethods(Graph);
var DirectedGraph = class extends Graph {
  constructor(options) {
    const finalOptions = assign({ type: "directed" }, options);
    if ("multi" in finalOptions && finalOptions.multi !== false)
      throw new InvalidArgumentsGraphError(
        "DirectedGraph.from: inconsistent indication that the graph should be multi in given options!"
      );
    if (finalOptions.type !== "directed")
      throw new InvalidArgumentsGraphError(
        'DirectedGraph.from: inconsistent "' + finalOptions.type + '" type in given options!'
      );
    super(finalOptions);
  }
};
var UndirectedGraph = class extends Graph {
  constructor(options) {
    const finalOptions = assign({ type: "undirected" }, options);
    if ("multi" in finalOptions && finalOptions.multi !== false)
      throw new InvalidArgumentsGraphError(
        "UndirectedGraph.from: inconsistent indication that the graph should be multi in given options!"
      );
    if (finalOptions.type !== "undirected")
      throw new InvalidArgumentsGraphError(
        'UndirectedGraph.from: inconsistent "' + finalOptions.type + '" type in given options!'
      );
    super(finalOptions);
  }
};
var MultiGraph = class extends Graph {
  constructor(options) {
    const finalOptions = assign({ multi: true }, options);
    if ("multi" in finalOptions && finalOptions.multi !== true)
      throw new InvalidArgumentsGraphError(
        "MultiGraph.from: inconsistent indication that the graph should be simple in given options!"
      );
    super(finalOptions);
  }
};
var MultiDirectedGraph = class extends Graph {
  constructor(options) {
    const finalOptions = assign({ type: "directed", multi: true }, options);
    if ("multi" in finalOptions && finalOptions.multi !== true)
      throw new InvalidArgumentsGraphError(
        "MultiDirectedGraph.from: inconsistent indication that the graph should be simple in given options!"
      );
    if (finalOptions.type !== "directed")
      throw new InvalidArgumentsGraphError(
        'MultiDirectedGraph.from: inconsistent "' + finalOptions.type + '" type in given options!'
      );
    super(finalOptions);
  }
};
var MultiUndirectedGraph = class extends Graph {
  constructor(options) {
    const finalOptions = assign({ type: "undirected", multi: true }, options);
    if ("multi" in finalOptions && finalOptions.multi !== true)
      throw new InvalidArgumentsGraphError(
        "MultiUndirectedGraph.from: inconsistent indication that the graph should be simple in given options!"
      );
    if (finalOptions.type !== "undirected")
      throw new InvalidArgumentsGraphError(
        'MultiUndirectedGraph.from: inconsistent "' + finalOptions.type + '" type in given options!'
      );
    super(finalOptions);
  }
};
function attachStaticFromMethod(Class) {
  Class.from = function(data, options) {
    const finalOptions = assign({}, data.options, options);
    const instance = new Class(finalOptions);
    instance.import(data);
    return instance;
  };
}
attachStaticFromMethod(Graph);
attachStaticFromMethod(DirectedGraph);
attachStaticFromMethod(UndirectedGraph);
attachStaticFromMethod(MultiGraph);
attachStaticFromMethod(MultiDirectedGraph);
attachStaticFromMethod(MultiUndirectedGraph);
Graph.Graph = Graph;
Graph.DirectedGraph = DirectedGraph;
Graph.UndirectedGraph = UndirectedGraph;
Graph.MultiGraph = MultiGraph;
Graph.MultiDirectedGraph = MultiDirectedGraph;
Graph.MultiUndirectedGraph = MultiUndirectedGraph;
Graph.InvalidArgumentsGraphError = InvalidArgumentsGraphError;
Graph.NotFoundGraphError = NotFoundGraphError;
Graph.UsageGraphError = UsageGraphError;

// src/graph/model.ts
var import_graphology_layout_forceatlas2 = __toESM(require_graphology_layout_forceatlas2(), 1);
var import_graphology_layout_noverlap = __toESM(require_graphology_layout_noverlap(), 1);
var empty = () => new Graph({ type: "undirected", multi: false });
var sizeOf = (node) => Math.min(20, 6 + Math.sqrt(node.degree) * 1.25);
function spiral(n2, around, wide) {
  const [angle, radius] = [n2 * 2.39996, wide * Math.sqrt(n2 + 1)];
  return { x: around.x + radius * Math.cos(angle), y: around.y + radius * Math.sin(angle) };
}
function add(drawing, data, centre) {
  const before = drawing.order;
  const around = centre && drawing.hasNode(centre) ? drawing.getNodeAttributes(centre) : { x: 0, y: 0 };
  for (const node of data.nodes) {
    if (drawing.hasNode(node.id)) continue;
    const color = safeColour(node.colour);
    const place2 = node.id === centre ? { x: 0, y: 0 } : spiral(drawing.order - before, around, 12);
    drawing.addNode(node.id, { ...place2, size: sizeOf(node), label: node.name, color, border: darker(color), shape: node.shape, type: "shape", node });
  }
  for (const edge of data.edges) {
    if (edge.source === edge.target || !drawing.hasNode(edge.source) || !drawing.hasNode(edge.target)) continue;
    const there = drawing.edge(edge.source, edge.target);
    if (!there) {
      drawing.addUndirectedEdge(edge.source, edge.target, { size: 1, color: "#999999", label: "", type: "arrow", parts: [edge] });
    } else if (!drawing.getEdgeAttribute(there, "parts").some((p3) => p3.id === edge.id)) {
      drawing.updateEdgeAttribute(there, "parts", (parts) => [...parts ?? [], edge]);
    }
  }
  return drawing.order - before;
}
var SLICE = 12;
var STEPS = 480;
var LABELLED = 90;
var SEPARATED = 450;
var LETTER = 7.3;
function boxOf(drawing, id) {
  const { x: x2, y: y3, label, size: size2 } = drawing.getNodeAttributes(id);
  if (drawing.order > LABELLED) return { id, x: x2, y: y3, wide: size2 * 2 + 16, up: size2 + 8, down: size2 + 8 };
  const lines = wrapped(label);
  return { id, x: x2, y: y3, wide: Math.max(size2 * 2, ...lines.map((l3) => l3.length * LETTER)) + 10, up: size2 + 4, down: size2 + 8 + lines.length * 15 };
}
function part(a4, b) {
  const [dx, dy] = [b.x - a4.x, b.y - a4.y];
  const overX = (a4.wide + b.wide) / 2 - Math.abs(dx);
  const overY = (dy > 0 ? b.down + a4.up : a4.down + b.up) - Math.abs(dy);
  if (overX <= 0 || overY <= 0) return false;
  const along = overX * 0.6 < overY ? "x" : "y";
  const step = (along === "x" ? (Math.sign(dx) || 1) * overX : (Math.sign(dy) || 1) * overY) * 0.26;
  a4[along] -= step;
  b[along] += step;
  return true;
}
function repel(all, strength) {
  all.forEach((a4, n2) => {
    for (let k2 = n2 + 1; k2 < all.length; k2++) {
      const b = all[k2];
      const [dx, dy] = [b.x - a4.x, b.y - a4.y];
      const push = strength / Math.max(900, dx * dx + dy * dy);
      [a4.x, a4.y, b.x, b.y] = [a4.x - dx * push, a4.y - dy * push, b.x + dx * push, b.y + dy * push];
    }
  });
}
var ROUNDS = 320;
function separate(drawing, tall) {
  const boxes = new Map(drawing.nodes().map((id) => [id, boxOf(drawing, id)]));
  const edges = drawing.mapEdges((_3, __, source, target) => {
    const least = Math.min(drawing.degree(source), drawing.degree(target));
    return { a: boxes.get(source), b: boxes.get(target), length: (drawing.order > LABELLED ? 60 : 125) + 26 * Math.sqrt(least - 1) };
  });
  const mean = edges.reduce((sum, { a: a4, b, length }) => sum + Math.hypot(a4.x - b.x, a4.y - b.y) / length, 0) / edges.length || 1;
  const [wide, high] = tall ? [0.75, 1.3] : [1.2, 0.85];
  for (const box of boxes.values()) [box.x, box.y] = [box.x / mean * wide, box.y / mean * high];
  const all = [...boxes.values()];
  for (let round = 0; round < ROUNDS; round++) {
    const pull = 0.12 * Math.max(0, 1 - round / (ROUNDS * 0.7));
    for (const { a: a4, b, length } of edges) {
      const [dx, dy] = [(b.x - a4.x) / wide, (b.y - a4.y) / high];
      const off = (1 - length / (Math.hypot(dx, dy) || 1)) * pull * 0.5;
      if (off <= 0) continue;
      [a4.x, a4.y, b.x, b.y] = [a4.x + dx * off * wide, a4.y + dy * off * high, b.x - dx * off * wide, b.y - dy * off * high];
    }
    if (pull > 0) repel(all, (drawing.order > LABELLED ? 900 : 180) * pull);
    let moved = false;
    all.forEach((a4, n2) => {
      for (let k2 = n2 + 1; k2 < all.length; k2++) moved = part(a4, all[k2]) || moved;
    });
    if (!moved && pull === 0) break;
  }
  for (const { id, x: x2, y: y3 } of all) drawing.mergeNodeAttributes(id, { x: x2, y: y3 });
}
function* settle(drawing, tall) {
  const settings = {
    ...import_graphology_layout_forceatlas2.default.inferSettings(drawing),
    gravity: drawing.order > LABELLED ? 2.5 : 1,
    scalingRatio: drawing.order > LABELLED ? 60 : 20,
    strongGravityMode: false,
    slowDown: 2,
    edgeWeightInfluence: 0,
    barnesHutOptimize: drawing.order > 250,
    linLogMode: false,
    outboundAttractionDistribution: false
  };
  for (let done = 0; done < STEPS; done += SLICE) {
    import_graphology_layout_forceatlas2.default.assign(drawing, { iterations: SLICE, settings });
    yield;
  }
  if (drawing.order <= SEPARATED) separate(drawing, tall);
  else import_graphology_layout_noverlap.default.assign(drawing, { maxIterations: 120, settings: { margin: 9, ratio: 1.15, expansion: 1.06, gridSize: 24 } });
  yield;
}
function shownOf(drawing, keep2, filter, within2) {
  const fits = /* @__PURE__ */ new Set();
  drawing.forEachNode((id, { node }) => {
    if (keep2.has(id) || !filter.classes.has(node.class) && within2(node)) fits.add(id);
  });
  const edges = /* @__PURE__ */ new Map();
  const linked = new Set(keep2);
  drawing.forEachEdge((key, { parts }, source, target) => {
    if (!fits.has(source) || !fits.has(target)) return;
    const left = parts.filter((p3) => !filter.relations.has(p3.relation) && within2(p3));
    if (!left.length) return;
    edges.set(key, left);
    linked.add(source).add(target);
  });
  const nodes = new Set([...fits].filter((id) => linked.has(id)));
  return { nodes, edges };
}
var wordsOf = (parts) => [...new Set(parts.map((p3) => p3.label))].join(", ");
function direction(parts) {
  const [first] = parts;
  return parts.every((p3) => p3.source === first.source) ? { source: first.source, target: first.target } : null;
}

// src/graph/panel.tsx
function EdgePart({ part: part2, name, prove: prove2 }) {
  const [proofs, set] = d2(null);
  A2(() => {
    let gone = false;
    set(null);
    prove2(part2).then((found) => gone || set(found), () => gone || set([]));
    return () => void (gone = true);
  }, [part2.id]);
  const dates = [.../* @__PURE__ */ new Set([part2.from, part2.to])].filter(Boolean).map(day).join(" – ");
  return /* @__PURE__ */ a3("section", { class: "part", children: [
    /* @__PURE__ */ a3("h3", { children: [
      name(part2.source),
      " ",
      /* @__PURE__ */ a3("span", { class: "relation", children: part2.label }),
      " ",
      name(part2.target)
    ] }),
    dates && /* @__PURE__ */ a3("p", { class: "aside", children: dates }),
    proofs ? /* @__PURE__ */ a3(Proofs, { proofs, most: 6 }) : /* @__PURE__ */ a3("p", { class: "waiting", children: t3("loading") })
  ] });
}
function EdgePanel({ parts, drawing, prove: prove2 }) {
  const name = (id) => drawing.hasNode(id) ? drawing.getNodeAttribute(id, "label") : id;
  return /* @__PURE__ */ a3($, { children: parts.map((part2) => /* @__PURE__ */ a3(EdgePart, { part: part2, name, prove: prove2 }, part2.id)) });
}
function NodePanel({ node, drawing, shown, pick, expand, opened, centre, pages }) {
  const links = [...shown.edges].flatMap(([key, parts]) => {
    const [a4, b] = drawing.extremities(key);
    return a4 === node.id || b === node.id ? [{ key, other: a4 === node.id ? b : a4, parts }] : [];
  });
  return /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3(Badge, { shape: node.shape, colour: node.colour, label: node.class_label }),
    /* @__PURE__ */ a3("h2", { children: node.name }),
    node.caption && /* @__PURE__ */ a3("p", { class: "aside", children: node.caption }),
    node.date && /* @__PURE__ */ a3("p", { class: "aside", children: day(node.date) }),
    /* @__PURE__ */ a3("p", { class: "tools", children: [
      pages && /* @__PURE__ */ a3("a", { class: "button", href: entityAt(node.id), children: t3("open_page") }),
      expand && /* @__PURE__ */ a3("button", { type: "button", disabled: opened && opened.drawn >= opened.total, onClick: () => expand(node.id), children: !opened ? t3("expand") : opened.drawn >= opened.total ? t3("expanded") : t3("expand_next", number(opened.drawn), number(opened.total)) }),
      centre && /* @__PURE__ */ a3("button", { type: "button", onClick: () => centre(node.id), children: t3("centre_here") })
    ] }),
    /* @__PURE__ */ a3("h3", { children: [
      t3("connections"),
      " (",
      links.length,
      ")"
    ] }),
    /* @__PURE__ */ a3("ul", { class: "links", children: links.map(({ key, other, parts }) => /* @__PURE__ */ a3("li", { children: /* @__PURE__ */ a3("button", { type: "button", class: "plain", onClick: () => pick({ edge: key }), children: [
      /* @__PURE__ */ a3("span", { class: "relation", children: [...new Set(parts.map((p3) => p3.label))].join(", ") }),
      " ",
      drawing.getNodeAttribute(other, "label")
    ] }) }, key)) })
  ] });
}

// src/graph/labels.ts
var LABEL = 13;
var LEADING = 15;
var [SHORT, FULL] = [20, 34];
var MOST2 = 70;
var CELL = 96;
var meet = (a4, b) => a4[0] < b[2] && b[0] < a4[2] && a4[1] < b[3] && b[1] < a4[3];
var Taken = class {
  cells = /* @__PURE__ */ new Map();
  *at([left, top, right, bottom]) {
    for (let x2 = Math.floor(left / CELL); x2 <= Math.floor(right / CELL); x2++) {
      for (let y3 = Math.floor(top / CELL); y3 <= Math.floor(bottom / CELL); y3++) yield `${x2} ${y3}`;
    }
  }
  add(box, of) {
    for (const cell of this.at(box)) this.cells.get(cell)?.push({ box, of }) ?? this.cells.set(cell, [{ box, of }]);
  }
  /** Whether a box meets anything but the node it is of. */
  meets(box, of) {
    for (const cell of this.at(box)) {
      if (this.cells.get(cell)?.some((it) => it.of !== of && meet(it.box, box))) return true;
    }
    return false;
  }
};
var shortened = /* @__PURE__ */ new Map();
function short(label) {
  const known = shortened.get(label);
  if (known) return known;
  const lines = wrapped(label, SHORT, 2).map((line) => line.length > SHORT + 6 ? `${line.slice(0, SHORT + 4)}…` : line);
  shortened.set(label, lines);
  return lines;
}
function places({ x: x2, y: y3, radius }, width, height) {
  return [[x2, y3 + radius + 4], [x2, y3 - radius - 4 - height], [x2 + radius + 5 + width / 2, y3 - height / 2], [x2 - radius - 5 - width / 2, y3 - height / 2]];
}
function place(wishes, measure) {
  const taken = new Taken();
  for (const { id, x: x2, y: y3, radius } of wishes) taken.add([x2 - radius, y3 - radius, x2 + radius, y3 + radius], id);
  const order = [...wishes].sort((a4, b) => Number(b.must) - Number(a4.must) || b.weight - a4.weight || (a4.id < b.id ? -1 : 1));
  const out = [];
  for (const wish of order) {
    if (out.length >= MOST2 && !wish.must) break;
    const lines = wish.must ? wrapped(wish.label, FULL, 3) : short(wish.label);
    const [width, height] = [Math.max(...lines.map(measure)), lines.length * LEADING];
    const box = ([x2, top]) => [x2 - width / 2 - 3, top, x2 + width / 2 + 3, top + height];
    const all = places(wish, width, height);
    const at = all.find((p3) => !taken.meets(box(p3), wish.id)) ?? (wish.must ? all[0] : void 0);
    if (!at) continue;
    taken.add(box(at), `name of ${wish.id}`);
    out.push({ id: wish.id, lines, x: at[0], y: at[1] + LABEL - 1, must: wish.must });
  }
  return out;
}
var HALO = 4;
var Names2 = class {
  constructor(font) {
    this.font = font;
  }
  font;
  pictures = /* @__PURE__ */ new Map();
  widths = /* @__PURE__ */ new Map();
  paper = document.createElement("canvas").getContext("2d");
  /** How wide a text is, in pixels. */
  measure = (text) => {
    const known = this.widths.get(text);
    if (known !== void 0) return known;
    this.paper.font = `600 ${LABEL}px ${this.font}`;
    const { width } = this.paper.measureText(text);
    this.widths.set(text, width);
    return width;
  };
  /** After a change of the colours or the font. */
  forget() {
    this.pictures.clear();
    this.widths.clear();
  }
  picture({ lines, must }, ink, scale2) {
    const key = `${must}${scale2}${lines.join("\n")}`;
    const known = this.pictures.get(key);
    if (known) return known;
    const [width, height] = [Math.ceil(Math.max(...lines.map(this.measure))) + 2 * HALO, lines.length * LEADING + 2 * HALO];
    const canvas = Object.assign(document.createElement("canvas"), { width: width * scale2, height: height * scale2 });
    const on = canvas.getContext("2d", { willReadFrequently: true });
    on.scale(scale2, scale2);
    Object.assign(on, { font: `${must ? 600 : 500} ${LABEL}px ${this.font}`, textAlign: "center", lineJoin: "round", lineWidth: must ? 6 : 3.5, strokeStyle: ink.paper, fillStyle: ink.ink });
    lines.forEach((line, n2) => on.strokeText(line, width / 2, LABEL - 1 + HALO + n2 * LEADING));
    lines.forEach((line, n2) => on.fillText(line, width / 2, LABEL - 1 + HALO + n2 * LEADING));
    this.pictures.set(key, canvas);
    return canvas;
  }
  /** Draws a name with a halo, so that lines do not cross it. */
  draw(context, name, ink) {
    const scale2 = devicePixelRatio || 1;
    const picture = this.picture(name, ink, scale2);
    const [width, height] = [picture.width / scale2, picture.height / scale2];
    context.drawImage(picture, Math.round(name.x - width / 2), Math.round(name.y - LABEL + 1 - HALO), width, height);
  }
};

// node_modules/sigma/dist/inherits-d1a1e29b.esm.js
function _toPrimitive(t4, r3) {
  if ("object" != typeof t4 || !t4) return t4;
  var e3 = t4[Symbol.toPrimitive];
  if (void 0 !== e3) {
    var i3 = e3.call(t4, r3 || "default");
    if ("object" != typeof i3) return i3;
    throw new TypeError("@@toPrimitive must return a primitive value.");
  }
  return ("string" === r3 ? String : Number)(t4);
}
function _toPropertyKey(t4) {
  var i3 = _toPrimitive(t4, "string");
  return "symbol" == typeof i3 ? i3 : i3 + "";
}
function _classCallCheck(a4, n2) {
  if (!(a4 instanceof n2)) throw new TypeError("Cannot call a class as a function");
}
function _defineProperties(e3, r3) {
  for (var t4 = 0; t4 < r3.length; t4++) {
    var o4 = r3[t4];
    o4.enumerable = o4.enumerable || false, o4.configurable = true, "value" in o4 && (o4.writable = true), Object.defineProperty(e3, _toPropertyKey(o4.key), o4);
  }
}
function _createClass(e3, r3, t4) {
  return r3 && _defineProperties(e3.prototype, r3), t4 && _defineProperties(e3, t4), Object.defineProperty(e3, "prototype", {
    writable: false
  }), e3;
}
function _getPrototypeOf(t4) {
  return _getPrototypeOf = Object.setPrototypeOf ? Object.getPrototypeOf.bind() : function(t5) {
    return t5.__proto__ || Object.getPrototypeOf(t5);
  }, _getPrototypeOf(t4);
}
function _isNativeReflectConstruct() {
  try {
    var t4 = !Boolean.prototype.valueOf.call(Reflect.construct(Boolean, [], function() {
    }));
  } catch (t5) {
  }
  return (_isNativeReflectConstruct = function() {
    return !!t4;
  })();
}
function _assertThisInitialized(e3) {
  if (void 0 === e3) throw new ReferenceError("this hasn't been initialised - super() hasn't been called");
  return e3;
}
function _possibleConstructorReturn(t4, e3) {
  if (e3 && ("object" == typeof e3 || "function" == typeof e3)) return e3;
  if (void 0 !== e3) throw new TypeError("Derived constructors may only return object or undefined");
  return _assertThisInitialized(t4);
}
function _callSuper(t4, o4, e3) {
  return o4 = _getPrototypeOf(o4), _possibleConstructorReturn(t4, _isNativeReflectConstruct() ? Reflect.construct(o4, e3 || [], _getPrototypeOf(t4).constructor) : o4.apply(t4, e3));
}
function _setPrototypeOf(t4, e3) {
  return _setPrototypeOf = Object.setPrototypeOf ? Object.setPrototypeOf.bind() : function(t5, e4) {
    return t5.__proto__ = e4, t5;
  }, _setPrototypeOf(t4, e3);
}
function _inherits(t4, e3) {
  if ("function" != typeof e3 && null !== e3) throw new TypeError("Super expression must either be null or a function");
  t4.prototype = Object.create(e3 && e3.prototype, {
    constructor: {
      value: t4,
      writable: true,
      configurable: true
    }
  }), Object.defineProperty(t4, "prototype", {
    writable: false
  }), e3 && _setPrototypeOf(t4, e3);
}

// node_modules/sigma/dist/colors-beb06eb2.esm.js
function _arrayWithHoles(r3) {
  if (Array.isArray(r3)) return r3;
}
function _iterableToArrayLimit(r3, l3) {
  var t4 = null == r3 ? null : "undefined" != typeof Symbol && r3[Symbol.iterator] || r3["@@iterator"];
  if (null != t4) {
    var e3, n2, i3, u3, a4 = [], f4 = true, o4 = false;
    try {
      if (i3 = (t4 = t4.call(r3)).next, 0 === l3) {
        if (Object(t4) !== t4) return;
        f4 = false;
      } else for (; !(f4 = (e3 = i3.call(t4)).done) && (a4.push(e3.value), a4.length !== l3); f4 = true) ;
    } catch (r4) {
      o4 = true, n2 = r4;
    } finally {
      try {
        if (!f4 && null != t4.return && (u3 = t4.return(), Object(u3) !== u3)) return;
      } finally {
        if (o4) throw n2;
      }
    }
    return a4;
  }
}
function _arrayLikeToArray(r3, a4) {
  (null == a4 || a4 > r3.length) && (a4 = r3.length);
  for (var e3 = 0, n2 = Array(a4); e3 < a4; e3++) n2[e3] = r3[e3];
  return n2;
}
function _unsupportedIterableToArray(r3, a4) {
  if (r3) {
    if ("string" == typeof r3) return _arrayLikeToArray(r3, a4);
    var t4 = {}.toString.call(r3).slice(8, -1);
    return "Object" === t4 && r3.constructor && (t4 = r3.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r3) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray(r3, a4) : void 0;
  }
}
function _nonIterableRest() {
  throw new TypeError("Invalid attempt to destructure non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
}
function _slicedToArray(r3, e3) {
  return _arrayWithHoles(r3) || _iterableToArrayLimit(r3, e3) || _unsupportedIterableToArray(r3, e3) || _nonIterableRest();
}
var HTML_COLORS = {
  black: "#000000",
  silver: "#C0C0C0",
  gray: "#808080",
  grey: "#808080",
  white: "#FFFFFF",
  maroon: "#800000",
  red: "#FF0000",
  purple: "#800080",
  fuchsia: "#FF00FF",
  green: "#008000",
  lime: "#00FF00",
  olive: "#808000",
  yellow: "#FFFF00",
  navy: "#000080",
  blue: "#0000FF",
  teal: "#008080",
  aqua: "#00FFFF",
  darkblue: "#00008B",
  mediumblue: "#0000CD",
  darkgreen: "#006400",
  darkcyan: "#008B8B",
  deepskyblue: "#00BFFF",
  darkturquoise: "#00CED1",
  mediumspringgreen: "#00FA9A",
  springgreen: "#00FF7F",
  cyan: "#00FFFF",
  midnightblue: "#191970",
  dodgerblue: "#1E90FF",
  lightseagreen: "#20B2AA",
  forestgreen: "#228B22",
  seagreen: "#2E8B57",
  darkslategray: "#2F4F4F",
  darkslategrey: "#2F4F4F",
  limegreen: "#32CD32",
  mediumseagreen: "#3CB371",
  turquoise: "#40E0D0",
  royalblue: "#4169E1",
  steelblue: "#4682B4",
  darkslateblue: "#483D8B",
  mediumturquoise: "#48D1CC",
  indigo: "#4B0082",
  darkolivegreen: "#556B2F",
  cadetblue: "#5F9EA0",
  cornflowerblue: "#6495ED",
  rebeccapurple: "#663399",
  mediumaquamarine: "#66CDAA",
  dimgray: "#696969",
  dimgrey: "#696969",
  slateblue: "#6A5ACD",
  olivedrab: "#6B8E23",
  slategray: "#708090",
  slategrey: "#708090",
  lightslategray: "#778899",
  lightslategrey: "#778899",
  mediumslateblue: "#7B68EE",
  lawngreen: "#7CFC00",
  chartreuse: "#7FFF00",
  aquamarine: "#7FFFD4",
  skyblue: "#87CEEB",
  lightskyblue: "#87CEFA",
  blueviolet: "#8A2BE2",
  darkred: "#8B0000",
  darkmagenta: "#8B008B",
  saddlebrown: "#8B4513",
  darkseagreen: "#8FBC8F",
  lightgreen: "#90EE90",
  mediumpurple: "#9370DB",
  darkviolet: "#9400D3",
  palegreen: "#98FB98",
  darkorchid: "#9932CC",
  yellowgreen: "#9ACD32",
  sienna: "#A0522D",
  brown: "#A52A2A",
  darkgray: "#A9A9A9",
  darkgrey: "#A9A9A9",
  lightblue: "#ADD8E6",
  greenyellow: "#ADFF2F",
  paleturquoise: "#AFEEEE",
  lightsteelblue: "#B0C4DE",
  powderblue: "#B0E0E6",
  firebrick: "#B22222",
  darkgoldenrod: "#B8860B",
  mediumorchid: "#BA55D3",
  rosybrown: "#BC8F8F",
  darkkhaki: "#BDB76B",
  mediumvioletred: "#C71585",
  indianred: "#CD5C5C",
  peru: "#CD853F",
  chocolate: "#D2691E",
  tan: "#D2B48C",
  lightgray: "#D3D3D3",
  lightgrey: "#D3D3D3",
  thistle: "#D8BFD8",
  orchid: "#DA70D6",
  goldenrod: "#DAA520",
  palevioletred: "#DB7093",
  crimson: "#DC143C",
  gainsboro: "#DCDCDC",
  plum: "#DDA0DD",
  burlywood: "#DEB887",
  lightcyan: "#E0FFFF",
  lavender: "#E6E6FA",
  darksalmon: "#E9967A",
  violet: "#EE82EE",
  palegoldenrod: "#EEE8AA",
  lightcoral: "#F08080",
  khaki: "#F0E68C",
  aliceblue: "#F0F8FF",
  honeydew: "#F0FFF0",
  azure: "#F0FFFF",
  sandybrown: "#F4A460",
  wheat: "#F5DEB3",
  beige: "#F5F5DC",
  whitesmoke: "#F5F5F5",
  mintcream: "#F5FFFA",
  ghostwhite: "#F8F8FF",
  salmon: "#FA8072",
  antiquewhite: "#FAEBD7",
  linen: "#FAF0E6",
  lightgoldenrodyellow: "#FAFAD2",
  oldlace: "#FDF5E6",
  magenta: "#FF00FF",
  deeppink: "#FF1493",
  orangered: "#FF4500",
  tomato: "#FF6347",
  hotpink: "#FF69B4",
  coral: "#FF7F50",
  darkorange: "#FF8C00",
  lightsalmon: "#FFA07A",
  orange: "#FFA500",
  lightpink: "#FFB6C1",
  pink: "#FFC0CB",
  gold: "#FFD700",
  peachpuff: "#FFDAB9",
  navajowhite: "#FFDEAD",
  moccasin: "#FFE4B5",
  bisque: "#FFE4C4",
  mistyrose: "#FFE4E1",
  blanchedalmond: "#FFEBCD",
  papayawhip: "#FFEFD5",
  lavenderblush: "#FFF0F5",
  seashell: "#FFF5EE",
  cornsilk: "#FFF8DC",
  lemonchiffon: "#FFFACD",
  floralwhite: "#FFFAF0",
  snow: "#FFFAFA",
  lightyellow: "#FFFFE0",
  ivory: "#FFFFF0"
};
var INT8 = new Int8Array(4);
var INT32 = new Int32Array(INT8.buffer, 0, 1);
var FLOAT32 = new Float32Array(INT8.buffer, 0, 1);
var RGBA_TEST_REGEX = /^\s*rgba?\s*\(/;
var RGBA_EXTRACT_REGEX = /^\s*rgba?\s*\(\s*([0-9]*)\s*,\s*([0-9]*)\s*,\s*([0-9]*)(?:\s*,\s*(.*)?)?\)\s*$/;
function parseColor(val) {
  var r3 = 0;
  var g3 = 0;
  var b = 0;
  var a4 = 1;
  if (val[0] === "#") {
    if (val.length === 4) {
      r3 = parseInt(val.charAt(1) + val.charAt(1), 16);
      g3 = parseInt(val.charAt(2) + val.charAt(2), 16);
      b = parseInt(val.charAt(3) + val.charAt(3), 16);
    } else {
      r3 = parseInt(val.charAt(1) + val.charAt(2), 16);
      g3 = parseInt(val.charAt(3) + val.charAt(4), 16);
      b = parseInt(val.charAt(5) + val.charAt(6), 16);
    }
    if (val.length === 9) {
      a4 = parseInt(val.charAt(7) + val.charAt(8), 16) / 255;
    }
  } else if (RGBA_TEST_REGEX.test(val)) {
    var match = val.match(RGBA_EXTRACT_REGEX);
    if (match) {
      r3 = +match[1];
      g3 = +match[2];
      b = +match[3];
      if (match[4]) a4 = +match[4];
    }
  }
  return {
    r: r3,
    g: g3,
    b,
    a: a4
  };
}
var FLOAT_COLOR_CACHE = {};
for (htmlColor in HTML_COLORS) {
  FLOAT_COLOR_CACHE[htmlColor] = floatColor(HTML_COLORS[htmlColor]);
  FLOAT_COLOR_CACHE[HTML_COLORS[htmlColor]] = FLOAT_COLOR_CACHE[htmlColor];
}
var htmlColor;
function rgbaToFloat(r3, g3, b, a4, masking) {
  INT32[0] = a4 << 24 | b << 16 | g3 << 8 | r3;
  if (masking) INT32[0] = INT32[0] & 4278190079;
  return FLOAT32[0];
}
function floatColor(val) {
  val = val.toLowerCase();
  if (typeof FLOAT_COLOR_CACHE[val] !== "undefined") return FLOAT_COLOR_CACHE[val];
  var parsed = parseColor(val);
  var r3 = parsed.r, g3 = parsed.g, b = parsed.b;
  var a4 = parsed.a;
  a4 = a4 * 255 | 0;
  var color = rgbaToFloat(r3, g3, b, a4, true);
  FLOAT_COLOR_CACHE[val] = color;
  return color;
}
var FLOAT_INDEX_CACHE = {};
function indexToColor(index) {
  if (typeof FLOAT_INDEX_CACHE[index] !== "undefined") return FLOAT_INDEX_CACHE[index];
  var r3 = (index & 16711680) >>> 16;
  var g3 = (index & 65280) >>> 8;
  var b = index & 255;
  var a4 = 255;
  var color = rgbaToFloat(r3, g3, b, a4, true);
  FLOAT_INDEX_CACHE[index] = color;
  return color;
}
function colorToIndex(r3, g3, b, _a) {
  return b + (g3 << 8) + (r3 << 16);
}
function getPixelColor(gl, frameBuffer, x2, y3, pixelRatio, downSizingRatio) {
  var bufferX = Math.floor(x2 / downSizingRatio * pixelRatio);
  var bufferY = Math.floor(gl.drawingBufferHeight / downSizingRatio - y3 / downSizingRatio * pixelRatio);
  var pixel = new Uint8Array(4);
  gl.bindFramebuffer(gl.FRAMEBUFFER, frameBuffer);
  gl.readPixels(bufferX, bufferY, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  var _pixel = _slicedToArray(pixel, 4), r3 = _pixel[0], g3 = _pixel[1], b = _pixel[2], a4 = _pixel[3];
  return [r3, g3, b, a4];
}

// node_modules/sigma/dist/index-fad77a13.esm.js
function _defineProperty(e3, r3, t4) {
  return (r3 = _toPropertyKey(r3)) in e3 ? Object.defineProperty(e3, r3, {
    value: t4,
    enumerable: true,
    configurable: true,
    writable: true
  }) : e3[r3] = t4, e3;
}
function ownKeys(e3, r3) {
  var t4 = Object.keys(e3);
  if (Object.getOwnPropertySymbols) {
    var o4 = Object.getOwnPropertySymbols(e3);
    r3 && (o4 = o4.filter(function(r4) {
      return Object.getOwnPropertyDescriptor(e3, r4).enumerable;
    })), t4.push.apply(t4, o4);
  }
  return t4;
}
function _objectSpread2(e3) {
  for (var r3 = 1; r3 < arguments.length; r3++) {
    var t4 = null != arguments[r3] ? arguments[r3] : {};
    r3 % 2 ? ownKeys(Object(t4), true).forEach(function(r4) {
      _defineProperty(e3, r4, t4[r4]);
    }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e3, Object.getOwnPropertyDescriptors(t4)) : ownKeys(Object(t4)).forEach(function(r4) {
      Object.defineProperty(e3, r4, Object.getOwnPropertyDescriptor(t4, r4));
    });
  }
  return e3;
}
function _superPropBase(t4, o4) {
  for (; !{}.hasOwnProperty.call(t4, o4) && null !== (t4 = _getPrototypeOf(t4)); ) ;
  return t4;
}
function _get() {
  return _get = "undefined" != typeof Reflect && Reflect.get ? Reflect.get.bind() : function(e3, t4, r3) {
    var p3 = _superPropBase(e3, t4);
    if (p3) {
      var n2 = Object.getOwnPropertyDescriptor(p3, t4);
      return n2.get ? n2.get.call(arguments.length < 3 ? e3 : r3) : n2.value;
    }
  }, _get.apply(null, arguments);
}
function _superPropGet(t4, o4, e3, r3) {
  var p3 = _get(_getPrototypeOf(1 & r3 ? t4.prototype : t4), o4, e3);
  return 2 & r3 && "function" == typeof p3 ? function(t5) {
    return p3.apply(e3, t5);
  } : p3;
}
function getAttributeItemsCount(attr) {
  return attr.normalized ? 1 : attr.size;
}
function getAttributesItemsCount(attrs) {
  var res = 0;
  attrs.forEach(function(attr) {
    return res += getAttributeItemsCount(attr);
  });
  return res;
}
function loadShader(type, gl, source) {
  var glType = type === "VERTEX" ? gl.VERTEX_SHADER : gl.FRAGMENT_SHADER;
  var shader = gl.createShader(glType);
  if (shader === null) {
    throw new Error("loadShader: error while creating the shader");
  }
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  var successfullyCompiled = gl.getShaderParameter(shader, gl.COMPILE_STATUS);
  if (!successfullyCompiled) {
    var infoLog = gl.getShaderInfoLog(shader);
    gl.deleteShader(shader);
    throw new Error("loadShader: error while compiling the shader:\n".concat(infoLog, "\n").concat(source));
  }
  return shader;
}
function loadVertexShader(gl, source) {
  return loadShader("VERTEX", gl, source);
}
function loadFragmentShader(gl, source) {
  return loadShader("FRAGMENT", gl, source);
}
function loadProgram(gl, shaders) {
  var program = gl.createProgram();
  if (program === null) {
    throw new Error("loadProgram: error while creating the program.");
  }
  var i3, l3;
  for (i3 = 0, l3 = shaders.length; i3 < l3; i3++) gl.attachShader(program, shaders[i3]);
  gl.linkProgram(program);
  var successfullyLinked = gl.getProgramParameter(program, gl.LINK_STATUS);
  if (!successfullyLinked) {
    var info = gl.getProgramInfoLog(program);
    gl.deleteProgram(program);
    throw new Error("loadProgram: error while linking the program: ".concat(info));
  }
  return program;
}
function killProgram(_ref) {
  var gl = _ref.gl, buffer = _ref.buffer, program = _ref.program, vertexShader = _ref.vertexShader, fragmentShader = _ref.fragmentShader;
  gl.deleteShader(vertexShader);
  gl.deleteShader(fragmentShader);
  gl.deleteProgram(program);
  gl.deleteBuffer(buffer);
}
var PICKING_PREFIX = "#define PICKING_MODE\n";
var SIZE_FACTOR_PER_ATTRIBUTE_TYPE = _defineProperty(_defineProperty(_defineProperty(_defineProperty(_defineProperty(_defineProperty(_defineProperty(_defineProperty({}, WebGL2RenderingContext.BOOL, 1), WebGL2RenderingContext.BYTE, 1), WebGL2RenderingContext.UNSIGNED_BYTE, 1), WebGL2RenderingContext.SHORT, 2), WebGL2RenderingContext.UNSIGNED_SHORT, 2), WebGL2RenderingContext.INT, 4), WebGL2RenderingContext.UNSIGNED_INT, 4), WebGL2RenderingContext.FLOAT, 4);
var Program = /* @__PURE__ */ (function() {
  function Program2(gl, pickingBuffer, renderer) {
    _classCallCheck(this, Program2);
    _defineProperty(this, "array", new Float32Array());
    _defineProperty(this, "constantArray", new Float32Array());
    _defineProperty(this, "capacity", 0);
    _defineProperty(this, "verticesCount", 0);
    var def = this.getDefinition();
    this.VERTICES = def.VERTICES;
    this.VERTEX_SHADER_SOURCE = def.VERTEX_SHADER_SOURCE;
    this.FRAGMENT_SHADER_SOURCE = def.FRAGMENT_SHADER_SOURCE;
    this.UNIFORMS = def.UNIFORMS;
    this.ATTRIBUTES = def.ATTRIBUTES;
    this.METHOD = def.METHOD;
    this.CONSTANT_ATTRIBUTES = "CONSTANT_ATTRIBUTES" in def ? def.CONSTANT_ATTRIBUTES : [];
    this.CONSTANT_DATA = "CONSTANT_DATA" in def ? def.CONSTANT_DATA : [];
    this.isInstanced = "CONSTANT_ATTRIBUTES" in def;
    this.ATTRIBUTES_ITEMS_COUNT = getAttributesItemsCount(this.ATTRIBUTES);
    this.STRIDE = this.VERTICES * this.ATTRIBUTES_ITEMS_COUNT;
    this.renderer = renderer;
    this.normalProgram = this.getProgramInfo("normal", gl, def.VERTEX_SHADER_SOURCE, def.FRAGMENT_SHADER_SOURCE, null);
    this.pickProgram = pickingBuffer ? this.getProgramInfo("pick", gl, PICKING_PREFIX + def.VERTEX_SHADER_SOURCE, PICKING_PREFIX + def.FRAGMENT_SHADER_SOURCE, pickingBuffer) : null;
    if (this.isInstanced) {
      var constantAttributesItemsCount = getAttributesItemsCount(this.CONSTANT_ATTRIBUTES);
      if (this.CONSTANT_DATA.length !== this.VERTICES) throw new Error("Program: error while getting constant data (expected ".concat(this.VERTICES, " items, received ").concat(this.CONSTANT_DATA.length, " instead)"));
      this.constantArray = new Float32Array(this.CONSTANT_DATA.length * constantAttributesItemsCount);
      for (var i3 = 0; i3 < this.CONSTANT_DATA.length; i3++) {
        var vector = this.CONSTANT_DATA[i3];
        if (vector.length !== constantAttributesItemsCount) throw new Error("Program: error while getting constant data (one vector has ".concat(vector.length, " items instead of ").concat(constantAttributesItemsCount, ")"));
        for (var j2 = 0; j2 < vector.length; j2++) this.constantArray[i3 * constantAttributesItemsCount + j2] = vector[j2];
      }
      this.STRIDE = this.ATTRIBUTES_ITEMS_COUNT;
    }
  }
  return _createClass(Program2, [{
    key: "kill",
    value: function kill() {
      killProgram(this.normalProgram);
      if (this.pickProgram) {
        killProgram(this.pickProgram);
        this.pickProgram = null;
      }
    }
  }, {
    key: "getProgramInfo",
    value: function getProgramInfo(name, gl, vertexShaderSource, fragmentShaderSource, frameBuffer) {
      var def = this.getDefinition();
      var buffer = gl.createBuffer();
      if (buffer === null) throw new Error("Program: error while creating the WebGL buffer.");
      var vertexShader = loadVertexShader(gl, vertexShaderSource);
      var fragmentShader = loadFragmentShader(gl, fragmentShaderSource);
      var program = loadProgram(gl, [vertexShader, fragmentShader]);
      var uniformLocations = {};
      def.UNIFORMS.forEach(function(uniformName) {
        var location2 = gl.getUniformLocation(program, uniformName);
        if (location2) uniformLocations[uniformName] = location2;
      });
      var attributeLocations = {};
      def.ATTRIBUTES.forEach(function(attr) {
        attributeLocations[attr.name] = gl.getAttribLocation(program, attr.name);
      });
      var constantBuffer;
      if ("CONSTANT_ATTRIBUTES" in def) {
        def.CONSTANT_ATTRIBUTES.forEach(function(attr) {
          attributeLocations[attr.name] = gl.getAttribLocation(program, attr.name);
        });
        constantBuffer = gl.createBuffer();
        if (constantBuffer === null) throw new Error("Program: error while creating the WebGL constant buffer.");
      }
      return {
        name,
        program,
        gl,
        frameBuffer,
        buffer,
        constantBuffer: constantBuffer || {},
        uniformLocations,
        attributeLocations,
        isPicking: name === "pick",
        vertexShader,
        fragmentShader
      };
    }
  }, {
    key: "bindProgram",
    value: function bindProgram(program) {
      var _this = this;
      var offset = 0;
      var gl = program.gl, buffer = program.buffer;
      if (!this.isInstanced) {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
        offset = 0;
        this.ATTRIBUTES.forEach(function(attr) {
          return offset += _this.bindAttribute(attr, program, offset);
        });
        gl.bufferData(gl.ARRAY_BUFFER, this.array, gl.DYNAMIC_DRAW);
      } else {
        gl.bindBuffer(gl.ARRAY_BUFFER, program.constantBuffer);
        offset = 0;
        this.CONSTANT_ATTRIBUTES.forEach(function(attr) {
          return offset += _this.bindAttribute(attr, program, offset, false);
        });
        gl.bufferData(gl.ARRAY_BUFFER, this.constantArray, gl.STATIC_DRAW);
        gl.bindBuffer(gl.ARRAY_BUFFER, program.buffer);
        offset = 0;
        this.ATTRIBUTES.forEach(function(attr) {
          return offset += _this.bindAttribute(attr, program, offset, true);
        });
        gl.bufferData(gl.ARRAY_BUFFER, this.array, gl.DYNAMIC_DRAW);
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
    }
  }, {
    key: "unbindProgram",
    value: function unbindProgram(program) {
      var _this2 = this;
      if (!this.isInstanced) {
        this.ATTRIBUTES.forEach(function(attr) {
          return _this2.unbindAttribute(attr, program);
        });
      } else {
        this.CONSTANT_ATTRIBUTES.forEach(function(attr) {
          return _this2.unbindAttribute(attr, program, false);
        });
        this.ATTRIBUTES.forEach(function(attr) {
          return _this2.unbindAttribute(attr, program, true);
        });
      }
    }
  }, {
    key: "bindAttribute",
    value: function bindAttribute(attr, program, offset, setDivisor) {
      var sizeFactor = SIZE_FACTOR_PER_ATTRIBUTE_TYPE[attr.type];
      if (typeof sizeFactor !== "number") throw new Error('Program.bind: yet unsupported attribute type "'.concat(attr.type, '"'));
      var location2 = program.attributeLocations[attr.name];
      var gl = program.gl;
      if (location2 !== -1) {
        gl.enableVertexAttribArray(location2);
        var stride = !this.isInstanced ? this.ATTRIBUTES_ITEMS_COUNT * Float32Array.BYTES_PER_ELEMENT : (setDivisor ? this.ATTRIBUTES_ITEMS_COUNT : getAttributesItemsCount(this.CONSTANT_ATTRIBUTES)) * Float32Array.BYTES_PER_ELEMENT;
        gl.vertexAttribPointer(location2, attr.size, attr.type, attr.normalized || false, stride, offset);
        if (this.isInstanced && setDivisor) {
          if (gl instanceof WebGL2RenderingContext) {
            gl.vertexAttribDivisor(location2, 1);
          } else {
            var ext = gl.getExtension("ANGLE_instanced_arrays");
            if (ext) ext.vertexAttribDivisorANGLE(location2, 1);
          }
        }
      }
      return attr.size * sizeFactor;
    }
  }, {
    key: "unbindAttribute",
    value: function unbindAttribute(attr, program, unsetDivisor) {
      var location2 = program.attributeLocations[attr.name];
      var gl = program.gl;
      if (location2 !== -1) {
        gl.disableVertexAttribArray(location2);
        if (this.isInstanced && unsetDivisor) {
          if (gl instanceof WebGL2RenderingContext) {
            gl.vertexAttribDivisor(location2, 0);
          } else {
            var ext = gl.getExtension("ANGLE_instanced_arrays");
            if (ext) ext.vertexAttribDivisorANGLE(location2, 0);
          }
        }
      }
    }
  }, {
    key: "reallocate",
    value: function reallocate(capacity) {
      if (capacity === this.capacity) return;
      this.capacity = capacity;
      this.verticesCount = this.VERTICES * capacity;
      this.array = new Float32Array(!this.isInstanced ? this.verticesCount * this.ATTRIBUTES_ITEMS_COUNT : this.capacity * this.ATTRIBUTES_ITEMS_COUNT);
    }
  }, {
    key: "hasNothingToRender",
    value: function hasNothingToRender() {
      return this.verticesCount === 0;
    }
  }, {
    key: "renderProgram",
    value: function renderProgram(params, programInfo) {
      var gl = programInfo.gl, program = programInfo.program;
      gl.enable(gl.BLEND);
      gl.useProgram(program);
      this.setUniforms(params, programInfo);
      this.drawWebGL(this.METHOD, programInfo);
    }
  }, {
    key: "render",
    value: function render(params) {
      if (this.hasNothingToRender()) return;
      if (this.pickProgram) {
        this.pickProgram.gl.viewport(0, 0, params.width * params.pixelRatio / params.downSizingRatio, params.height * params.pixelRatio / params.downSizingRatio);
        this.bindProgram(this.pickProgram);
        this.renderProgram(_objectSpread2(_objectSpread2({}, params), {}, {
          pixelRatio: params.pixelRatio / params.downSizingRatio
        }), this.pickProgram);
        this.unbindProgram(this.pickProgram);
      }
      this.normalProgram.gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
      this.bindProgram(this.normalProgram);
      this.renderProgram(params, this.normalProgram);
      this.unbindProgram(this.normalProgram);
    }
  }, {
    key: "drawWebGL",
    value: function drawWebGL(method, _ref) {
      var gl = _ref.gl, frameBuffer = _ref.frameBuffer;
      gl.bindFramebuffer(gl.FRAMEBUFFER, frameBuffer);
      if (!this.isInstanced) {
        gl.drawArrays(method, 0, this.verticesCount);
      } else {
        if (gl instanceof WebGL2RenderingContext) {
          gl.drawArraysInstanced(method, 0, this.VERTICES, this.capacity);
        } else {
          var ext = gl.getExtension("ANGLE_instanced_arrays");
          if (ext) ext.drawArraysInstancedANGLE(method, 0, this.VERTICES, this.capacity);
        }
      }
    }
  }]);
})();
var NodeProgram = /* @__PURE__ */ (function(_ref) {
  function NodeProgram2() {
    _classCallCheck(this, NodeProgram2);
    return _callSuper(this, NodeProgram2, arguments);
  }
  _inherits(NodeProgram2, _ref);
  return _createClass(NodeProgram2, [{
    key: "kill",
    value: function kill() {
      _superPropGet(NodeProgram2, "kill", this, 3)([]);
    }
  }, {
    key: "process",
    value: function process(nodeIndex, offset, data) {
      var i3 = offset * this.STRIDE;
      if (data.hidden) {
        for (var l3 = i3 + this.STRIDE; i3 < l3; i3++) {
          this.array[i3] = 0;
        }
        return;
      }
      return this.processVisibleItem(indexToColor(nodeIndex), i3, data);
    }
  }]);
})(Program);
var EdgeProgram = /* @__PURE__ */ (function(_ref) {
  function EdgeProgram2() {
    var _this;
    _classCallCheck(this, EdgeProgram2);
    for (var _len = arguments.length, args = new Array(_len), _key = 0; _key < _len; _key++) {
      args[_key] = arguments[_key];
    }
    _this = _callSuper(this, EdgeProgram2, [].concat(args));
    _defineProperty(_this, "drawLabel", void 0);
    return _this;
  }
  _inherits(EdgeProgram2, _ref);
  return _createClass(EdgeProgram2, [{
    key: "kill",
    value: function kill() {
      _superPropGet(EdgeProgram2, "kill", this, 3)([]);
    }
  }, {
    key: "process",
    value: function process(edgeIndex, offset, sourceData, targetData, data) {
      var i3 = offset * this.STRIDE;
      if (data.hidden || sourceData.hidden || targetData.hidden) {
        for (var l3 = i3 + this.STRIDE; i3 < l3; i3++) {
          this.array[i3] = 0;
        }
        return;
      }
      return this.processVisibleItem(indexToColor(edgeIndex), i3, sourceData, targetData, data);
    }
  }]);
})(Program);
function createEdgeCompoundProgram(programClasses, drawLabel) {
  return /* @__PURE__ */ (function() {
    function EdgeCompoundProgram(gl, pickingBuffer, renderer) {
      _classCallCheck(this, EdgeCompoundProgram);
      _defineProperty(this, "drawLabel", drawLabel);
      this.programs = programClasses.map(function(Program2) {
        return new Program2(gl, pickingBuffer, renderer);
      });
    }
    return _createClass(EdgeCompoundProgram, [{
      key: "reallocate",
      value: function reallocate(capacity) {
        this.programs.forEach(function(program) {
          return program.reallocate(capacity);
        });
      }
    }, {
      key: "process",
      value: function process(edgeIndex, offset, sourceData, targetData, data) {
        this.programs.forEach(function(program) {
          return program.process(edgeIndex, offset, sourceData, targetData, data);
        });
      }
    }, {
      key: "render",
      value: function render(params) {
        this.programs.forEach(function(program) {
          return program.render(params);
        });
      }
    }, {
      key: "kill",
      value: function kill() {
        this.programs.forEach(function(program) {
          return program.kill();
        });
      }
    }]);
  })();
}
function drawStraightEdgeLabel(context, edgeData, sourceData, targetData, settings) {
  var size2 = settings.edgeLabelSize, font = settings.edgeLabelFont, weight = settings.edgeLabelWeight, color = settings.edgeLabelColor.attribute ? edgeData[settings.edgeLabelColor.attribute] || settings.edgeLabelColor.color || "#000" : settings.edgeLabelColor.color;
  var label = edgeData.label;
  if (!label) return;
  context.fillStyle = color;
  context.font = "".concat(weight, " ").concat(size2, "px ").concat(font);
  var sSize = sourceData.size;
  var tSize = targetData.size;
  var sx = sourceData.x;
  var sy = sourceData.y;
  var tx = targetData.x;
  var ty = targetData.y;
  var cx = (sx + tx) / 2;
  var cy = (sy + ty) / 2;
  var dx = tx - sx;
  var dy = ty - sy;
  var d3 = Math.sqrt(dx * dx + dy * dy);
  if (d3 < sSize + tSize) return;
  sx += dx * sSize / d3;
  sy += dy * sSize / d3;
  tx -= dx * tSize / d3;
  ty -= dy * tSize / d3;
  cx = (sx + tx) / 2;
  cy = (sy + ty) / 2;
  dx = tx - sx;
  dy = ty - sy;
  d3 = Math.sqrt(dx * dx + dy * dy);
  var textLength = context.measureText(label).width;
  if (textLength > d3) {
    var ellipsis = "…";
    label = label + ellipsis;
    textLength = context.measureText(label).width;
    while (textLength > d3 && label.length > 1) {
      label = label.slice(0, -2) + ellipsis;
      textLength = context.measureText(label).width;
    }
    if (label.length < 4) return;
  }
  var angle;
  if (dx > 0) {
    if (dy > 0) angle = Math.acos(dx / d3);
    else angle = Math.asin(dy / d3);
  } else {
    if (dy > 0) angle = Math.acos(dx / d3) + Math.PI;
    else angle = Math.asin(dx / d3) + Math.PI / 2;
  }
  context.save();
  context.translate(cx, cy);
  context.rotate(angle);
  context.fillText(label, -textLength / 2, edgeData.size / 2 + size2);
  context.restore();
}
function drawDiscNodeLabel(context, data, settings) {
  if (!data.label) return;
  var size2 = settings.labelSize, font = settings.labelFont, weight = settings.labelWeight, color = settings.labelColor.attribute ? data[settings.labelColor.attribute] || settings.labelColor.color || "#000" : settings.labelColor.color;
  context.fillStyle = color;
  context.font = "".concat(weight, " ").concat(size2, "px ").concat(font);
  context.fillText(data.label, data.x + data.size + 3, data.y + size2 / 3);
}
function drawDiscNodeHover(context, data, settings) {
  var size2 = settings.labelSize, font = settings.labelFont, weight = settings.labelWeight;
  context.font = "".concat(weight, " ").concat(size2, "px ").concat(font);
  context.fillStyle = "#FFF";
  context.shadowOffsetX = 0;
  context.shadowOffsetY = 0;
  context.shadowBlur = 8;
  context.shadowColor = "#000";
  var PADDING = 2;
  if (typeof data.label === "string") {
    var textWidth = context.measureText(data.label).width, boxWidth = Math.round(textWidth + 5), boxHeight = Math.round(size2 + 2 * PADDING), radius = Math.max(data.size, size2 / 2) + PADDING;
    var angleRadian = Math.asin(boxHeight / 2 / radius);
    var xDeltaCoord = Math.sqrt(Math.abs(Math.pow(radius, 2) - Math.pow(boxHeight / 2, 2)));
    context.beginPath();
    context.moveTo(data.x + xDeltaCoord, data.y + boxHeight / 2);
    context.lineTo(data.x + radius + boxWidth, data.y + boxHeight / 2);
    context.lineTo(data.x + radius + boxWidth, data.y - boxHeight / 2);
    context.lineTo(data.x + xDeltaCoord, data.y - boxHeight / 2);
    context.arc(data.x, data.y, radius, angleRadian, -angleRadian);
    context.closePath();
    context.fill();
  } else {
    context.beginPath();
    context.arc(data.x, data.y, data.size + PADDING, 0, Math.PI * 2);
    context.closePath();
    context.fill();
  }
  context.shadowOffsetX = 0;
  context.shadowOffsetY = 0;
  context.shadowBlur = 0;
  drawDiscNodeLabel(context, data, settings);
}
var SHADER_SOURCE$6 = (
  /*glsl*/
  "\nprecision highp float;\n\nvarying vec4 v_color;\nvarying vec2 v_diffVector;\nvarying float v_radius;\n\nuniform float u_correctionRatio;\n\nconst vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);\n\nvoid main(void) {\n  float border = u_correctionRatio * 2.0;\n  float dist = length(v_diffVector) - v_radius + border;\n\n  // No antialiasing for picking mode:\n  #ifdef PICKING_MODE\n  if (dist > border)\n    gl_FragColor = transparent;\n  else\n    gl_FragColor = v_color;\n\n  #else\n  float t = 0.0;\n  if (dist > border)\n    t = 1.0;\n  else if (dist > 0.0)\n    t = dist / border;\n\n  gl_FragColor = mix(v_color, transparent, t);\n  #endif\n}\n"
);
var FRAGMENT_SHADER_SOURCE$2 = SHADER_SOURCE$6;
var SHADER_SOURCE$5 = (
  /*glsl*/
  "\nattribute vec4 a_id;\nattribute vec4 a_color;\nattribute vec2 a_position;\nattribute float a_size;\nattribute float a_angle;\n\nuniform mat3 u_matrix;\nuniform float u_sizeRatio;\nuniform float u_correctionRatio;\n\nvarying vec4 v_color;\nvarying vec2 v_diffVector;\nvarying float v_radius;\nvarying float v_border;\n\nconst float bias = 255.0 / 254.0;\n\nvoid main() {\n  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;\n  vec2 diffVector = size * vec2(cos(a_angle), sin(a_angle));\n  vec2 position = a_position + diffVector;\n  gl_Position = vec4(\n    (u_matrix * vec3(position, 1)).xy,\n    0,\n    1\n  );\n\n  v_diffVector = diffVector;\n  v_radius = size / 2.0;\n\n  #ifdef PICKING_MODE\n  // For picking mode, we use the ID as the color:\n  v_color = a_id;\n  #else\n  // For normal mode, we use the color:\n  v_color = a_color;\n  #endif\n\n  v_color.a *= bias;\n}\n"
);
var VERTEX_SHADER_SOURCE$3 = SHADER_SOURCE$5;
var _WebGLRenderingContex$3 = WebGLRenderingContext;
var UNSIGNED_BYTE$3 = _WebGLRenderingContex$3.UNSIGNED_BYTE;
var FLOAT$3 = _WebGLRenderingContex$3.FLOAT;
var UNIFORMS$3 = ["u_sizeRatio", "u_correctionRatio", "u_matrix"];
var NodeCircleProgram = /* @__PURE__ */ (function(_NodeProgram) {
  function NodeCircleProgram2() {
    _classCallCheck(this, NodeCircleProgram2);
    return _callSuper(this, NodeCircleProgram2, arguments);
  }
  _inherits(NodeCircleProgram2, _NodeProgram);
  return _createClass(NodeCircleProgram2, [{
    key: "getDefinition",
    value: function getDefinition() {
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER_SOURCE$3,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER_SOURCE$2,
        METHOD: WebGLRenderingContext.TRIANGLES,
        UNIFORMS: UNIFORMS$3,
        ATTRIBUTES: [{
          name: "a_position",
          size: 2,
          type: FLOAT$3
        }, {
          name: "a_size",
          size: 1,
          type: FLOAT$3
        }, {
          name: "a_color",
          size: 4,
          type: UNSIGNED_BYTE$3,
          normalized: true
        }, {
          name: "a_id",
          size: 4,
          type: UNSIGNED_BYTE$3,
          normalized: true
        }],
        CONSTANT_ATTRIBUTES: [{
          name: "a_angle",
          size: 1,
          type: FLOAT$3
        }],
        CONSTANT_DATA: [[NodeCircleProgram2.ANGLE_1], [NodeCircleProgram2.ANGLE_2], [NodeCircleProgram2.ANGLE_3]]
      };
    }
  }, {
    key: "processVisibleItem",
    value: function processVisibleItem(nodeIndex, startIndex, data) {
      var array = this.array;
      var color = floatColor(data.color);
      array[startIndex++] = data.x;
      array[startIndex++] = data.y;
      array[startIndex++] = data.size;
      array[startIndex++] = color;
      array[startIndex++] = nodeIndex;
    }
  }, {
    key: "setUniforms",
    value: function setUniforms(params, _ref) {
      var gl = _ref.gl, uniformLocations = _ref.uniformLocations;
      var u_sizeRatio = uniformLocations.u_sizeRatio, u_correctionRatio = uniformLocations.u_correctionRatio, u_matrix = uniformLocations.u_matrix;
      gl.uniform1f(u_correctionRatio, params.correctionRatio);
      gl.uniform1f(u_sizeRatio, params.sizeRatio);
      gl.uniformMatrix3fv(u_matrix, false, params.matrix);
    }
  }]);
})(NodeProgram);
_defineProperty(NodeCircleProgram, "ANGLE_1", 0);
_defineProperty(NodeCircleProgram, "ANGLE_2", 2 * Math.PI / 3);
_defineProperty(NodeCircleProgram, "ANGLE_3", 4 * Math.PI / 3);
var SHADER_SOURCE$4 = (
  /*glsl*/
  "\nprecision mediump float;\n\nvarying vec4 v_color;\n\nvoid main(void) {\n  gl_FragColor = v_color;\n}\n"
);
var FRAGMENT_SHADER_SOURCE$1 = SHADER_SOURCE$4;
var SHADER_SOURCE$3 = (
  /*glsl*/
  "\nattribute vec2 a_position;\nattribute vec2 a_normal;\nattribute float a_radius;\nattribute vec3 a_barycentric;\n\n#ifdef PICKING_MODE\nattribute vec4 a_id;\n#else\nattribute vec4 a_color;\n#endif\n\nuniform mat3 u_matrix;\nuniform float u_sizeRatio;\nuniform float u_correctionRatio;\nuniform float u_minEdgeThickness;\nuniform float u_lengthToThicknessRatio;\nuniform float u_widenessToThicknessRatio;\n\nvarying vec4 v_color;\n\nconst float bias = 255.0 / 254.0;\n\nvoid main() {\n  float minThickness = u_minEdgeThickness;\n\n  float normalLength = length(a_normal);\n  vec2 unitNormal = a_normal / normalLength;\n\n  // These first computations are taken from edge.vert.glsl and\n  // edge.clamped.vert.glsl. Please read it to get better comments on what's\n  // happening:\n  float pixelsThickness = max(normalLength / u_sizeRatio, minThickness);\n  float webGLThickness = pixelsThickness * u_correctionRatio;\n  float webGLNodeRadius = a_radius * 2.0 * u_correctionRatio / u_sizeRatio;\n  float webGLArrowHeadLength = webGLThickness * u_lengthToThicknessRatio * 2.0;\n  float webGLArrowHeadThickness = webGLThickness * u_widenessToThicknessRatio;\n\n  float da = a_barycentric.x;\n  float db = a_barycentric.y;\n  float dc = a_barycentric.z;\n\n  vec2 delta = vec2(\n      da * (webGLNodeRadius * unitNormal.y)\n    + db * ((webGLNodeRadius + webGLArrowHeadLength) * unitNormal.y + webGLArrowHeadThickness * unitNormal.x)\n    + dc * ((webGLNodeRadius + webGLArrowHeadLength) * unitNormal.y - webGLArrowHeadThickness * unitNormal.x),\n\n      da * (-webGLNodeRadius * unitNormal.x)\n    + db * (-(webGLNodeRadius + webGLArrowHeadLength) * unitNormal.x + webGLArrowHeadThickness * unitNormal.y)\n    + dc * (-(webGLNodeRadius + webGLArrowHeadLength) * unitNormal.x - webGLArrowHeadThickness * unitNormal.y)\n  );\n\n  vec2 position = (u_matrix * vec3(a_position + delta, 1)).xy;\n\n  gl_Position = vec4(position, 0, 1);\n\n  #ifdef PICKING_MODE\n  // For picking mode, we use the ID as the color:\n  v_color = a_id;\n  #else\n  // For normal mode, we use the color:\n  v_color = a_color;\n  #endif\n\n  v_color.a *= bias;\n}\n"
);
var VERTEX_SHADER_SOURCE$2 = SHADER_SOURCE$3;
var _WebGLRenderingContex$2 = WebGLRenderingContext;
var UNSIGNED_BYTE$2 = _WebGLRenderingContex$2.UNSIGNED_BYTE;
var FLOAT$2 = _WebGLRenderingContex$2.FLOAT;
var UNIFORMS$2 = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_minEdgeThickness", "u_lengthToThicknessRatio", "u_widenessToThicknessRatio"];
var DEFAULT_EDGE_ARROW_HEAD_PROGRAM_OPTIONS = {
  extremity: "target",
  lengthToThicknessRatio: 2.5,
  widenessToThicknessRatio: 2
};
function createEdgeArrowHeadProgram(inputOptions) {
  var options = _objectSpread2(_objectSpread2({}, DEFAULT_EDGE_ARROW_HEAD_PROGRAM_OPTIONS), inputOptions || {});
  return /* @__PURE__ */ (function(_EdgeProgram) {
    function EdgeArrowHeadProgram2() {
      _classCallCheck(this, EdgeArrowHeadProgram2);
      return _callSuper(this, EdgeArrowHeadProgram2, arguments);
    }
    _inherits(EdgeArrowHeadProgram2, _EdgeProgram);
    return _createClass(EdgeArrowHeadProgram2, [{
      key: "getDefinition",
      value: function getDefinition() {
        return {
          VERTICES: 3,
          VERTEX_SHADER_SOURCE: VERTEX_SHADER_SOURCE$2,
          FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER_SOURCE$1,
          METHOD: WebGLRenderingContext.TRIANGLES,
          UNIFORMS: UNIFORMS$2,
          ATTRIBUTES: [{
            name: "a_position",
            size: 2,
            type: FLOAT$2
          }, {
            name: "a_normal",
            size: 2,
            type: FLOAT$2
          }, {
            name: "a_radius",
            size: 1,
            type: FLOAT$2
          }, {
            name: "a_color",
            size: 4,
            type: UNSIGNED_BYTE$2,
            normalized: true
          }, {
            name: "a_id",
            size: 4,
            type: UNSIGNED_BYTE$2,
            normalized: true
          }],
          CONSTANT_ATTRIBUTES: [{
            name: "a_barycentric",
            size: 3,
            type: FLOAT$2
          }],
          CONSTANT_DATA: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        };
      }
    }, {
      key: "processVisibleItem",
      value: function processVisibleItem(edgeIndex, startIndex, sourceData, targetData, data) {
        if (options.extremity === "source") {
          var _ref = [targetData, sourceData];
          sourceData = _ref[0];
          targetData = _ref[1];
        }
        var thickness = data.size || 1;
        var radius = targetData.size || 1;
        var x1 = sourceData.x;
        var y1 = sourceData.y;
        var x2 = targetData.x;
        var y22 = targetData.y;
        var color = floatColor(data.color);
        var dx = x2 - x1;
        var dy = y22 - y1;
        var len = dx * dx + dy * dy;
        var n12 = 0;
        var n2 = 0;
        if (len) {
          len = 1 / Math.sqrt(len);
          n12 = -dy * len * thickness;
          n2 = dx * len * thickness;
        }
        var array = this.array;
        array[startIndex++] = x2;
        array[startIndex++] = y22;
        array[startIndex++] = -n12;
        array[startIndex++] = -n2;
        array[startIndex++] = radius;
        array[startIndex++] = color;
        array[startIndex++] = edgeIndex;
      }
    }, {
      key: "setUniforms",
      value: function setUniforms(params, _ref2) {
        var gl = _ref2.gl, uniformLocations = _ref2.uniformLocations;
        var u_matrix = uniformLocations.u_matrix, u_sizeRatio = uniformLocations.u_sizeRatio, u_correctionRatio = uniformLocations.u_correctionRatio, u_minEdgeThickness = uniformLocations.u_minEdgeThickness, u_lengthToThicknessRatio = uniformLocations.u_lengthToThicknessRatio, u_widenessToThicknessRatio = uniformLocations.u_widenessToThicknessRatio;
        gl.uniformMatrix3fv(u_matrix, false, params.matrix);
        gl.uniform1f(u_sizeRatio, params.sizeRatio);
        gl.uniform1f(u_correctionRatio, params.correctionRatio);
        gl.uniform1f(u_minEdgeThickness, params.minEdgeThickness);
        gl.uniform1f(u_lengthToThicknessRatio, options.lengthToThicknessRatio);
        gl.uniform1f(u_widenessToThicknessRatio, options.widenessToThicknessRatio);
      }
    }]);
  })(EdgeProgram);
}
var EdgeArrowHeadProgram = createEdgeArrowHeadProgram();
var SHADER_SOURCE$2 = (
  /*glsl*/
  "\nprecision mediump float;\n\nvarying vec4 v_color;\nvarying vec2 v_normal;\nvarying float v_thickness;\nvarying float v_feather;\n\nconst vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);\n\nvoid main(void) {\n  // We only handle antialiasing for normal mode:\n  #ifdef PICKING_MODE\n  gl_FragColor = v_color;\n  #else\n  float dist = length(v_normal) * v_thickness;\n\n  float t = smoothstep(\n    v_thickness - v_feather,\n    v_thickness,\n    dist\n  );\n\n  gl_FragColor = mix(v_color, transparent, t);\n  #endif\n}\n"
);
var FRAGMENT_SHADER_SOURCE = SHADER_SOURCE$2;
var SHADER_SOURCE$1 = (
  /*glsl*/
  "\nattribute vec4 a_id;\nattribute vec4 a_color;\nattribute vec2 a_normal;\nattribute float a_normalCoef;\nattribute vec2 a_positionStart;\nattribute vec2 a_positionEnd;\nattribute float a_positionCoef;\nattribute float a_radius;\nattribute float a_radiusCoef;\n\nuniform mat3 u_matrix;\nuniform float u_zoomRatio;\nuniform float u_sizeRatio;\nuniform float u_pixelRatio;\nuniform float u_correctionRatio;\nuniform float u_minEdgeThickness;\nuniform float u_lengthToThicknessRatio;\nuniform float u_feather;\n\nvarying vec4 v_color;\nvarying vec2 v_normal;\nvarying float v_thickness;\nvarying float v_feather;\n\nconst float bias = 255.0 / 254.0;\n\nvoid main() {\n  float minThickness = u_minEdgeThickness;\n\n  float radius = a_radius * a_radiusCoef;\n  vec2 normal = a_normal * a_normalCoef;\n  vec2 position = a_positionStart * (1.0 - a_positionCoef) + a_positionEnd * a_positionCoef;\n\n  float normalLength = length(normal);\n  vec2 unitNormal = normal / normalLength;\n\n  // These first computations are taken from edge.vert.glsl. Please read it to\n  // get better comments on what's happening:\n  float pixelsThickness = max(normalLength, minThickness * u_sizeRatio);\n  float webGLThickness = pixelsThickness * u_correctionRatio / u_sizeRatio;\n\n  // Here, we move the point to leave space for the arrow head:\n  float direction = sign(radius);\n  float webGLNodeRadius = direction * radius * 2.0 * u_correctionRatio / u_sizeRatio;\n  float webGLArrowHeadLength = webGLThickness * u_lengthToThicknessRatio * 2.0;\n\n  vec2 compensationVector = vec2(-direction * unitNormal.y, direction * unitNormal.x) * (webGLNodeRadius + webGLArrowHeadLength);\n\n  // Here is the proper position of the vertex\n  gl_Position = vec4((u_matrix * vec3(position + unitNormal * webGLThickness + compensationVector, 1)).xy, 0, 1);\n\n  v_thickness = webGLThickness / u_zoomRatio;\n\n  v_normal = unitNormal;\n\n  v_feather = u_feather * u_correctionRatio / u_zoomRatio / u_pixelRatio * 2.0;\n\n  #ifdef PICKING_MODE\n  // For picking mode, we use the ID as the color:\n  v_color = a_id;\n  #else\n  // For normal mode, we use the color:\n  v_color = a_color;\n  #endif\n\n  v_color.a *= bias;\n}\n"
);
var VERTEX_SHADER_SOURCE$1 = SHADER_SOURCE$1;
var _WebGLRenderingContex$1 = WebGLRenderingContext;
var UNSIGNED_BYTE$1 = _WebGLRenderingContex$1.UNSIGNED_BYTE;
var FLOAT$1 = _WebGLRenderingContex$1.FLOAT;
var UNIFORMS$1 = ["u_matrix", "u_zoomRatio", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio", "u_feather", "u_minEdgeThickness", "u_lengthToThicknessRatio"];
var DEFAULT_EDGE_CLAMPED_PROGRAM_OPTIONS = {
  lengthToThicknessRatio: DEFAULT_EDGE_ARROW_HEAD_PROGRAM_OPTIONS.lengthToThicknessRatio
};
function createEdgeClampedProgram(inputOptions) {
  var options = _objectSpread2(_objectSpread2({}, DEFAULT_EDGE_CLAMPED_PROGRAM_OPTIONS), inputOptions || {});
  return /* @__PURE__ */ (function(_EdgeProgram) {
    function EdgeClampedProgram2() {
      _classCallCheck(this, EdgeClampedProgram2);
      return _callSuper(this, EdgeClampedProgram2, arguments);
    }
    _inherits(EdgeClampedProgram2, _EdgeProgram);
    return _createClass(EdgeClampedProgram2, [{
      key: "getDefinition",
      value: function getDefinition() {
        return {
          VERTICES: 6,
          VERTEX_SHADER_SOURCE: VERTEX_SHADER_SOURCE$1,
          FRAGMENT_SHADER_SOURCE,
          METHOD: WebGLRenderingContext.TRIANGLES,
          UNIFORMS: UNIFORMS$1,
          ATTRIBUTES: [{
            name: "a_positionStart",
            size: 2,
            type: FLOAT$1
          }, {
            name: "a_positionEnd",
            size: 2,
            type: FLOAT$1
          }, {
            name: "a_normal",
            size: 2,
            type: FLOAT$1
          }, {
            name: "a_color",
            size: 4,
            type: UNSIGNED_BYTE$1,
            normalized: true
          }, {
            name: "a_id",
            size: 4,
            type: UNSIGNED_BYTE$1,
            normalized: true
          }, {
            name: "a_radius",
            size: 1,
            type: FLOAT$1
          }],
          CONSTANT_ATTRIBUTES: [
            // If 0, then position will be a_positionStart
            // If 1, then position will be a_positionEnd
            {
              name: "a_positionCoef",
              size: 1,
              type: FLOAT$1
            },
            {
              name: "a_normalCoef",
              size: 1,
              type: FLOAT$1
            },
            {
              name: "a_radiusCoef",
              size: 1,
              type: FLOAT$1
            }
          ],
          CONSTANT_DATA: [[0, 1, 0], [0, -1, 0], [1, 1, 1], [1, 1, 1], [0, -1, 0], [1, -1, -1]]
        };
      }
    }, {
      key: "processVisibleItem",
      value: function processVisibleItem(edgeIndex, startIndex, sourceData, targetData, data) {
        var thickness = data.size || 1;
        var x1 = sourceData.x;
        var y1 = sourceData.y;
        var x2 = targetData.x;
        var y22 = targetData.y;
        var color = floatColor(data.color);
        var dx = x2 - x1;
        var dy = y22 - y1;
        var radius = targetData.size || 1;
        var len = dx * dx + dy * dy;
        var n12 = 0;
        var n2 = 0;
        if (len) {
          len = 1 / Math.sqrt(len);
          n12 = -dy * len * thickness;
          n2 = dx * len * thickness;
        }
        var array = this.array;
        array[startIndex++] = x1;
        array[startIndex++] = y1;
        array[startIndex++] = x2;
        array[startIndex++] = y22;
        array[startIndex++] = n12;
        array[startIndex++] = n2;
        array[startIndex++] = color;
        array[startIndex++] = edgeIndex;
        array[startIndex++] = radius;
      }
    }, {
      key: "setUniforms",
      value: function setUniforms(params, _ref) {
        var gl = _ref.gl, uniformLocations = _ref.uniformLocations;
        var u_matrix = uniformLocations.u_matrix, u_zoomRatio = uniformLocations.u_zoomRatio, u_feather = uniformLocations.u_feather, u_pixelRatio = uniformLocations.u_pixelRatio, u_correctionRatio = uniformLocations.u_correctionRatio, u_sizeRatio = uniformLocations.u_sizeRatio, u_minEdgeThickness = uniformLocations.u_minEdgeThickness, u_lengthToThicknessRatio = uniformLocations.u_lengthToThicknessRatio;
        gl.uniformMatrix3fv(u_matrix, false, params.matrix);
        gl.uniform1f(u_zoomRatio, params.zoomRatio);
        gl.uniform1f(u_sizeRatio, params.sizeRatio);
        gl.uniform1f(u_correctionRatio, params.correctionRatio);
        gl.uniform1f(u_pixelRatio, params.pixelRatio);
        gl.uniform1f(u_feather, params.antiAliasingFeather);
        gl.uniform1f(u_minEdgeThickness, params.minEdgeThickness);
        gl.uniform1f(u_lengthToThicknessRatio, options.lengthToThicknessRatio);
      }
    }]);
  })(EdgeProgram);
}
var EdgeClampedProgram = createEdgeClampedProgram();
function createEdgeArrowProgram(inputOptions) {
  return createEdgeCompoundProgram([createEdgeClampedProgram(inputOptions), createEdgeArrowHeadProgram(inputOptions)]);
}
var EdgeArrowProgram = createEdgeArrowProgram();
var EdgeArrowProgram$1 = EdgeArrowProgram;
var SHADER_SOURCE = (
  /*glsl*/
  `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_normal;
attribute float a_normalCoef;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_positionCoef;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_zoomRatio;
uniform float u_pixelRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
uniform float u_feather;

varying vec4 v_color;
varying vec2 v_normal;
varying float v_thickness;
varying float v_feather;

const float bias = 255.0 / 254.0;

void main() {
  float minThickness = u_minEdgeThickness;

  vec2 normal = a_normal * a_normalCoef;
  vec2 position = a_positionStart * (1.0 - a_positionCoef) + a_positionEnd * a_positionCoef;

  float normalLength = length(normal);
  vec2 unitNormal = normal / normalLength;

  // We require edges to be at least "minThickness" pixels thick *on screen*
  // (so we need to compensate the size ratio):
  float pixelsThickness = max(normalLength, minThickness * u_sizeRatio);

  // Then, we need to retrieve the normalized thickness of the edge in the WebGL
  // referential (in a ([0, 1], [0, 1]) space), using our "magic" correction
  // ratio:
  float webGLThickness = pixelsThickness * u_correctionRatio / u_sizeRatio;

  // Here is the proper position of the vertex
  gl_Position = vec4((u_matrix * vec3(position + unitNormal * webGLThickness, 1)).xy, 0, 1);

  // For the fragment shader though, we need a thickness that takes the "magic"
  // correction ratio into account (as in webGLThickness), but so that the
  // antialiasing effect does not depend on the zoom level. So here's yet
  // another thickness version:
  v_thickness = webGLThickness / u_zoomRatio;

  v_normal = unitNormal;

  v_feather = u_feather * u_correctionRatio / u_zoomRatio / u_pixelRatio * 2.0;

  #ifdef PICKING_MODE
  // For picking mode, we use the ID as the color:
  v_color = a_id;
  #else
  // For normal mode, we use the color:
  v_color = a_color;
  #endif

  v_color.a *= bias;
}
`
);
var VERTEX_SHADER_SOURCE = SHADER_SOURCE;
var _WebGLRenderingContex = WebGLRenderingContext;
var UNSIGNED_BYTE = _WebGLRenderingContex.UNSIGNED_BYTE;
var FLOAT = _WebGLRenderingContex.FLOAT;
var UNIFORMS = ["u_matrix", "u_zoomRatio", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio", "u_feather", "u_minEdgeThickness"];
var EdgeRectangleProgram = /* @__PURE__ */ (function(_EdgeProgram) {
  function EdgeRectangleProgram2() {
    _classCallCheck(this, EdgeRectangleProgram2);
    return _callSuper(this, EdgeRectangleProgram2, arguments);
  }
  _inherits(EdgeRectangleProgram2, _EdgeProgram);
  return _createClass(EdgeRectangleProgram2, [{
    key: "getDefinition",
    value: function getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE,
        FRAGMENT_SHADER_SOURCE,
        METHOD: WebGLRenderingContext.TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [{
          name: "a_positionStart",
          size: 2,
          type: FLOAT
        }, {
          name: "a_positionEnd",
          size: 2,
          type: FLOAT
        }, {
          name: "a_normal",
          size: 2,
          type: FLOAT
        }, {
          name: "a_color",
          size: 4,
          type: UNSIGNED_BYTE,
          normalized: true
        }, {
          name: "a_id",
          size: 4,
          type: UNSIGNED_BYTE,
          normalized: true
        }],
        CONSTANT_ATTRIBUTES: [
          // If 0, then position will be a_positionStart
          // If 2, then position will be a_positionEnd
          {
            name: "a_positionCoef",
            size: 1,
            type: FLOAT
          },
          {
            name: "a_normalCoef",
            size: 1,
            type: FLOAT
          }
        ],
        CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]]
      };
    }
  }, {
    key: "processVisibleItem",
    value: function processVisibleItem(edgeIndex, startIndex, sourceData, targetData, data) {
      var thickness = data.size || 1;
      var x1 = sourceData.x;
      var y1 = sourceData.y;
      var x2 = targetData.x;
      var y22 = targetData.y;
      var color = floatColor(data.color);
      var dx = x2 - x1;
      var dy = y22 - y1;
      var len = dx * dx + dy * dy;
      var n12 = 0;
      var n2 = 0;
      if (len) {
        len = 1 / Math.sqrt(len);
        n12 = -dy * len * thickness;
        n2 = dx * len * thickness;
      }
      var array = this.array;
      array[startIndex++] = x1;
      array[startIndex++] = y1;
      array[startIndex++] = x2;
      array[startIndex++] = y22;
      array[startIndex++] = n12;
      array[startIndex++] = n2;
      array[startIndex++] = color;
      array[startIndex++] = edgeIndex;
    }
  }, {
    key: "setUniforms",
    value: function setUniforms(params, _ref) {
      var gl = _ref.gl, uniformLocations = _ref.uniformLocations;
      var u_matrix = uniformLocations.u_matrix, u_zoomRatio = uniformLocations.u_zoomRatio, u_feather = uniformLocations.u_feather, u_pixelRatio = uniformLocations.u_pixelRatio, u_correctionRatio = uniformLocations.u_correctionRatio, u_sizeRatio = uniformLocations.u_sizeRatio, u_minEdgeThickness = uniformLocations.u_minEdgeThickness;
      gl.uniformMatrix3fv(u_matrix, false, params.matrix);
      gl.uniform1f(u_zoomRatio, params.zoomRatio);
      gl.uniform1f(u_sizeRatio, params.sizeRatio);
      gl.uniform1f(u_correctionRatio, params.correctionRatio);
      gl.uniform1f(u_pixelRatio, params.pixelRatio);
      gl.uniform1f(u_feather, params.antiAliasingFeather);
      gl.uniform1f(u_minEdgeThickness, params.minEdgeThickness);
    }
  }]);
})(EdgeProgram);

// node_modules/sigma/types/dist/sigma-types.esm.js
var import_events2 = __toESM(require_events());
var TypedEventEmitter = /* @__PURE__ */ (function(_ref) {
  function TypedEventEmitter2() {
    var _this;
    _classCallCheck(this, TypedEventEmitter2);
    _this = _callSuper(this, TypedEventEmitter2);
    _this.rawEmitter = _this;
    return _this;
  }
  _inherits(TypedEventEmitter2, _ref);
  return _createClass(TypedEventEmitter2);
})(import_events2.EventEmitter);

// node_modules/sigma/dist/normalization-be445518.esm.js
var import_is_graph = __toESM(require_is_graph());
var linear = function linear2(k2) {
  return k2;
};
var quadraticIn = function quadraticIn2(k2) {
  return k2 * k2;
};
var quadraticOut = function quadraticOut2(k2) {
  return k2 * (2 - k2);
};
var quadraticInOut = function quadraticInOut2(k2) {
  if ((k2 *= 2) < 1) return 0.5 * k2 * k2;
  return -0.5 * (--k2 * (k2 - 2) - 1);
};
var cubicIn = function cubicIn2(k2) {
  return k2 * k2 * k2;
};
var cubicOut = function cubicOut2(k2) {
  return --k2 * k2 * k2 + 1;
};
var cubicInOut = function cubicInOut2(k2) {
  if ((k2 *= 2) < 1) return 0.5 * k2 * k2 * k2;
  return 0.5 * ((k2 -= 2) * k2 * k2 + 2);
};
var easings = {
  linear,
  quadraticIn,
  quadraticOut,
  quadraticInOut,
  cubicIn,
  cubicOut,
  cubicInOut
};
var ANIMATE_DEFAULTS = {
  easing: "quadraticInOut",
  duration: 150
};
function identity() {
  return Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
}
function scale(m3, x2, y3) {
  m3[0] = x2;
  m3[4] = typeof y3 === "number" ? y3 : x2;
  return m3;
}
function rotate(m3, r3) {
  var s3 = Math.sin(r3), c3 = Math.cos(r3);
  m3[0] = c3;
  m3[1] = s3;
  m3[3] = -s3;
  m3[4] = c3;
  return m3;
}
function translate(m3, x2, y3) {
  m3[6] = x2;
  m3[7] = y3;
  return m3;
}
function multiply(a4, b) {
  var a00 = a4[0], a01 = a4[1], a02 = a4[2];
  var a10 = a4[3], a11 = a4[4], a12 = a4[5];
  var a20 = a4[6], a21 = a4[7], a22 = a4[8];
  var b00 = b[0], b01 = b[1], b02 = b[2];
  var b10 = b[3], b11 = b[4], b12 = b[5];
  var b20 = b[6], b21 = b[7], b22 = b[8];
  a4[0] = b00 * a00 + b01 * a10 + b02 * a20;
  a4[1] = b00 * a01 + b01 * a11 + b02 * a21;
  a4[2] = b00 * a02 + b01 * a12 + b02 * a22;
  a4[3] = b10 * a00 + b11 * a10 + b12 * a20;
  a4[4] = b10 * a01 + b11 * a11 + b12 * a21;
  a4[5] = b10 * a02 + b11 * a12 + b12 * a22;
  a4[6] = b20 * a00 + b21 * a10 + b22 * a20;
  a4[7] = b20 * a01 + b21 * a11 + b22 * a21;
  a4[8] = b20 * a02 + b21 * a12 + b22 * a22;
  return a4;
}
function multiplyVec2(a4, b) {
  var z3 = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : 1;
  var a00 = a4[0];
  var a01 = a4[1];
  var a10 = a4[3];
  var a11 = a4[4];
  var a20 = a4[6];
  var a21 = a4[7];
  var b0 = b.x;
  var b1 = b.y;
  return {
    x: b0 * a00 + b1 * a10 + a20 * z3,
    y: b0 * a01 + b1 * a11 + a21 * z3
  };
}
function getCorrectionRatio(viewportDimensions, graphDimensions) {
  var viewportRatio = viewportDimensions.height / viewportDimensions.width;
  var graphRatio = graphDimensions.height / graphDimensions.width;
  if (viewportRatio < 1 && graphRatio > 1 || viewportRatio > 1 && graphRatio < 1) {
    return 1;
  }
  return Math.min(Math.max(graphRatio, 1 / graphRatio), Math.max(1 / viewportRatio, viewportRatio));
}
function matrixFromCamera(state, viewportDimensions, graphDimensions, padding, inverse) {
  var angle = state.angle, ratio = state.ratio, x2 = state.x, y3 = state.y;
  var width = viewportDimensions.width, height = viewportDimensions.height;
  var matrix = identity();
  var smallestDimension = Math.min(width, height) - 2 * padding;
  var correctionRatio = getCorrectionRatio(viewportDimensions, graphDimensions);
  if (!inverse) {
    multiply(matrix, scale(identity(), 2 * (smallestDimension / width) * correctionRatio, 2 * (smallestDimension / height) * correctionRatio));
    multiply(matrix, rotate(identity(), -angle));
    multiply(matrix, scale(identity(), 1 / ratio));
    multiply(matrix, translate(identity(), -x2, -y3));
  } else {
    multiply(matrix, translate(identity(), x2, y3));
    multiply(matrix, scale(identity(), ratio));
    multiply(matrix, rotate(identity(), angle));
    multiply(matrix, scale(identity(), width / smallestDimension / 2 / correctionRatio, height / smallestDimension / 2 / correctionRatio));
  }
  return matrix;
}
function getMatrixImpact(matrix, cameraState, viewportDimensions) {
  var _multiplyVec = multiplyVec2(matrix, {
    x: Math.cos(cameraState.angle),
    y: Math.sin(cameraState.angle)
  }, 0), x2 = _multiplyVec.x, y3 = _multiplyVec.y;
  return 1 / Math.sqrt(Math.pow(x2, 2) + Math.pow(y3, 2)) / viewportDimensions.width;
}
function graphExtent(graph) {
  if (!graph.order) return {
    x: [0, 1],
    y: [0, 1]
  };
  var xMin = Infinity;
  var xMax = -Infinity;
  var yMin = Infinity;
  var yMax = -Infinity;
  graph.forEachNode(function(_3, attr) {
    var x2 = attr.x, y3 = attr.y;
    if (x2 < xMin) xMin = x2;
    if (x2 > xMax) xMax = x2;
    if (y3 < yMin) yMin = y3;
    if (y3 > yMax) yMax = y3;
  });
  return {
    x: [xMin, xMax],
    y: [yMin, yMax]
  };
}
function validateGraph(graph) {
  if (!(0, import_is_graph.default)(graph)) throw new Error("Sigma: invalid graph instance.");
  graph.forEachNode(function(key, attributes) {
    if (!Number.isFinite(attributes.x) || !Number.isFinite(attributes.y)) {
      throw new Error("Sigma: Coordinates of node ".concat(key, " are invalid. A node must have a numeric 'x' and 'y' attribute."));
    }
  });
}
function createElement(tag, style, attributes) {
  var element = document.createElement(tag);
  if (style) {
    for (var k2 in style) {
      element.style[k2] = style[k2];
    }
  }
  if (attributes) {
    for (var _k in attributes) {
      element.setAttribute(_k, attributes[_k]);
    }
  }
  return element;
}
function getPixelRatio() {
  if (typeof window.devicePixelRatio !== "undefined") return window.devicePixelRatio;
  return 1;
}
function zIndexOrdering(_extent, getter, elements) {
  return elements.sort(function(a4, b) {
    var zA = getter(a4) || 0, zB = getter(b) || 0;
    if (zA < zB) return -1;
    if (zA > zB) return 1;
    return 0;
  });
}
function createNormalizationFunction(extent) {
  var _extent$x = _slicedToArray(extent.x, 2), minX = _extent$x[0], maxX = _extent$x[1], _extent$y = _slicedToArray(extent.y, 2), minY = _extent$y[0], maxY = _extent$y[1];
  var ratio = Math.max(maxX - minX, maxY - minY), dX = (maxX + minX) / 2, dY = (maxY + minY) / 2;
  if (ratio === 0 || Math.abs(ratio) === Infinity || isNaN(ratio)) ratio = 1;
  if (isNaN(dX)) dX = 0;
  if (isNaN(dY)) dY = 0;
  var fn = function fn2(data) {
    return {
      x: 0.5 + (data.x - dX) / ratio,
      y: 0.5 + (data.y - dY) / ratio
    };
  };
  fn.applyTo = function(data) {
    data.x = 0.5 + (data.x - dX) / ratio;
    data.y = 0.5 + (data.y - dY) / ratio;
  };
  fn.inverse = function(data) {
    return {
      x: dX + ratio * (data.x - 0.5),
      y: dY + ratio * (data.y - 0.5)
    };
  };
  fn.ratio = ratio;
  return fn;
}

// node_modules/sigma/dist/data-11df7124.esm.js
function _typeof(o4) {
  "@babel/helpers - typeof";
  return _typeof = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function(o5) {
    return typeof o5;
  } : function(o5) {
    return o5 && "function" == typeof Symbol && o5.constructor === Symbol && o5 !== Symbol.prototype ? "symbol" : typeof o5;
  }, _typeof(o4);
}
function extend(array, values) {
  var l22 = values.size;
  if (l22 === 0) return;
  var l1 = array.length;
  array.length += l22;
  var i3 = 0;
  values.forEach(function(value) {
    array[l1 + i3] = value;
    i3++;
  });
}
function assign2(target) {
  target = target || {};
  for (var i3 = 0, l3 = arguments.length <= 1 ? 0 : arguments.length - 1; i3 < l3; i3++) {
    var o4 = i3 + 1 < 1 || arguments.length <= i3 + 1 ? void 0 : arguments[i3 + 1];
    if (!o4) continue;
    Object.assign(target, o4);
  }
  return target;
}

// node_modules/sigma/settings/dist/sigma-settings.esm.js
var DEFAULT_SETTINGS = {
  // Performance
  hideEdgesOnMove: false,
  hideLabelsOnMove: false,
  renderLabels: true,
  renderEdgeLabels: false,
  enableEdgeEvents: false,
  // Component rendering
  defaultNodeColor: "#999",
  defaultNodeType: "circle",
  defaultEdgeColor: "#ccc",
  defaultEdgeType: "line",
  labelFont: "Arial",
  labelSize: 14,
  labelWeight: "normal",
  labelColor: {
    color: "#000"
  },
  edgeLabelFont: "Arial",
  edgeLabelSize: 14,
  edgeLabelWeight: "normal",
  edgeLabelColor: {
    attribute: "color"
  },
  stagePadding: 30,
  defaultDrawEdgeLabel: drawStraightEdgeLabel,
  defaultDrawNodeLabel: drawDiscNodeLabel,
  defaultDrawNodeHover: drawDiscNodeHover,
  minEdgeThickness: 1.7,
  antiAliasingFeather: 1,
  // Mouse and touch settings
  dragTimeout: 100,
  draggedEventsTolerance: 3,
  inertiaDuration: 200,
  inertiaRatio: 3,
  zoomDuration: 250,
  zoomingRatio: 1.7,
  doubleClickTimeout: 300,
  doubleClickZoomingRatio: 2.2,
  doubleClickZoomingDuration: 200,
  tapMoveTolerance: 10,
  // Size and scaling
  zoomToSizeRatioFunction: Math.sqrt,
  itemSizesReference: "screen",
  autoRescale: true,
  autoCenter: true,
  // Labels
  labelDensity: 1,
  labelGridCellSize: 100,
  labelRenderedSizeThreshold: 6,
  // Reducers
  nodeReducer: null,
  edgeReducer: null,
  // Features
  zIndex: false,
  minCameraRatio: null,
  maxCameraRatio: null,
  enableCameraZooming: true,
  enableCameraPanning: true,
  enableCameraRotation: true,
  cameraPanBoundaries: null,
  // Lifecycle
  allowInvalidContainer: false,
  // Program classes
  nodeProgramClasses: {},
  nodeHoverProgramClasses: {},
  edgeProgramClasses: {}
};
var DEFAULT_NODE_PROGRAM_CLASSES = {
  circle: NodeCircleProgram
};
var DEFAULT_EDGE_PROGRAM_CLASSES = {
  arrow: EdgeArrowProgram$1,
  line: EdgeRectangleProgram
};
function validateSettings(settings) {
  if (typeof settings.labelDensity !== "number" || settings.labelDensity < 0) {
    throw new Error("Settings: invalid `labelDensity`. Expecting a positive number.");
  }
  var minCameraRatio = settings.minCameraRatio, maxCameraRatio = settings.maxCameraRatio;
  if (typeof minCameraRatio === "number" && typeof maxCameraRatio === "number" && maxCameraRatio < minCameraRatio) {
    throw new Error("Settings: invalid camera ratio boundaries. Expecting `maxCameraRatio` to be greater than `minCameraRatio`.");
  }
}
function resolveSettings(settings) {
  var resolvedSettings = assign2({}, DEFAULT_SETTINGS, settings);
  resolvedSettings.nodeProgramClasses = assign2({}, DEFAULT_NODE_PROGRAM_CLASSES, resolvedSettings.nodeProgramClasses);
  resolvedSettings.edgeProgramClasses = assign2({}, DEFAULT_EDGE_PROGRAM_CLASSES, resolvedSettings.edgeProgramClasses);
  return resolvedSettings;
}

// node_modules/sigma/dist/sigma.esm.js
var import_events3 = __toESM(require_events());
var import_is_graph2 = __toESM(require_is_graph());
var DEFAULT_ZOOMING_RATIO = 1.5;
var Camera = /* @__PURE__ */ (function(_TypedEventEmitter) {
  function Camera2() {
    var _this;
    _classCallCheck(this, Camera2);
    _this = _callSuper(this, Camera2);
    _defineProperty(_this, "x", 0.5);
    _defineProperty(_this, "y", 0.5);
    _defineProperty(_this, "angle", 0);
    _defineProperty(_this, "ratio", 1);
    _defineProperty(_this, "minRatio", null);
    _defineProperty(_this, "maxRatio", null);
    _defineProperty(_this, "enabledZooming", true);
    _defineProperty(_this, "enabledPanning", true);
    _defineProperty(_this, "enabledRotation", true);
    _defineProperty(_this, "clean", null);
    _defineProperty(_this, "nextFrame", null);
    _defineProperty(_this, "previousState", null);
    _defineProperty(_this, "enabled", true);
    _this.previousState = _this.getState();
    return _this;
  }
  _inherits(Camera2, _TypedEventEmitter);
  return _createClass(Camera2, [{
    key: "enable",
    value: (
      /**
       * Method used to enable the camera.
       */
      function enable() {
        this.enabled = true;
        return this;
      }
    )
    /**
     * Method used to disable the camera.
     */
  }, {
    key: "disable",
    value: function disable() {
      this.enabled = false;
      return this;
    }
    /**
     * Method used to retrieve the camera's current state.
     */
  }, {
    key: "getState",
    value: function getState() {
      return {
        x: this.x,
        y: this.y,
        angle: this.angle,
        ratio: this.ratio
      };
    }
    /**
     * Method used to check whether the camera has the given state.
     */
  }, {
    key: "hasState",
    value: function hasState(state) {
      return this.x === state.x && this.y === state.y && this.ratio === state.ratio && this.angle === state.angle;
    }
    /**
     * Method used to retrieve the camera's previous state.
     */
  }, {
    key: "getPreviousState",
    value: function getPreviousState() {
      var state = this.previousState;
      if (!state) return null;
      return {
        x: state.x,
        y: state.y,
        angle: state.angle,
        ratio: state.ratio
      };
    }
    /**
     * Method used to check minRatio and maxRatio values.
     */
  }, {
    key: "getBoundedRatio",
    value: function getBoundedRatio(ratio) {
      var r3 = ratio;
      if (typeof this.minRatio === "number") r3 = Math.max(r3, this.minRatio);
      if (typeof this.maxRatio === "number") r3 = Math.min(r3, this.maxRatio);
      return r3;
    }
    /**
     * Method used to check various things to return a legit state candidate.
     */
  }, {
    key: "validateState",
    value: function validateState(state) {
      var validatedState = {};
      if (this.enabledPanning && typeof state.x === "number") validatedState.x = state.x;
      if (this.enabledPanning && typeof state.y === "number") validatedState.y = state.y;
      if (this.enabledZooming && typeof state.ratio === "number") validatedState.ratio = this.getBoundedRatio(state.ratio);
      if (this.enabledRotation && typeof state.angle === "number") validatedState.angle = state.angle;
      return this.clean ? this.clean(_objectSpread2(_objectSpread2({}, this.getState()), validatedState)) : validatedState;
    }
    /**
     * Method used to check whether the camera is currently being animated.
     */
  }, {
    key: "isAnimated",
    value: function isAnimated() {
      return !!this.nextFrame;
    }
    /**
     * Method used to set the camera's state.
     */
  }, {
    key: "setState",
    value: function setState(state) {
      if (!this.enabled) return this;
      this.previousState = this.getState();
      var validState = this.validateState(state);
      if (typeof validState.x === "number") this.x = validState.x;
      if (typeof validState.y === "number") this.y = validState.y;
      if (typeof validState.ratio === "number") this.ratio = validState.ratio;
      if (typeof validState.angle === "number") this.angle = validState.angle;
      if (!this.hasState(this.previousState)) this.emit("updated", this.getState());
      return this;
    }
    /**
     * Method used to update the camera's state using a function.
     */
  }, {
    key: "updateState",
    value: function updateState(updater) {
      this.setState(updater(this.getState()));
      return this;
    }
    /**
     * Method used to animate the camera.
     */
  }, {
    key: "animate",
    value: function animate(state) {
      var _this2 = this;
      var opts = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
      var callback = arguments.length > 2 ? arguments[2] : void 0;
      if (!callback) return new Promise(function(resolve) {
        return _this2.animate(state, opts, resolve);
      });
      if (!this.enabled) return;
      var options = _objectSpread2(_objectSpread2({}, ANIMATE_DEFAULTS), opts);
      var validState = this.validateState(state);
      var easing = typeof options.easing === "function" ? options.easing : easings[options.easing];
      var start = Date.now(), initialState = this.getState();
      var _fn = function fn() {
        var t4 = (Date.now() - start) / options.duration;
        if (t4 >= 1) {
          _this2.nextFrame = null;
          _this2.setState(validState);
          if (_this2.animationCallback) {
            _this2.animationCallback.call(null);
            _this2.animationCallback = void 0;
          }
          return;
        }
        var coefficient = easing(t4);
        var newState = {};
        if (typeof validState.x === "number") newState.x = initialState.x + (validState.x - initialState.x) * coefficient;
        if (typeof validState.y === "number") newState.y = initialState.y + (validState.y - initialState.y) * coefficient;
        if (_this2.enabledRotation && typeof validState.angle === "number") newState.angle = initialState.angle + (validState.angle - initialState.angle) * coefficient;
        if (typeof validState.ratio === "number") newState.ratio = initialState.ratio + (validState.ratio - initialState.ratio) * coefficient;
        _this2.setState(newState);
        _this2.nextFrame = requestAnimationFrame(_fn);
      };
      if (this.nextFrame) {
        cancelAnimationFrame(this.nextFrame);
        if (this.animationCallback) this.animationCallback.call(null);
        this.nextFrame = requestAnimationFrame(_fn);
      } else {
        _fn();
      }
      this.animationCallback = callback;
    }
    /**
     * Method used to zoom the camera.
     */
  }, {
    key: "animatedZoom",
    value: function animatedZoom(factorOrOptions) {
      if (!factorOrOptions) return this.animate({
        ratio: this.ratio / DEFAULT_ZOOMING_RATIO
      });
      if (typeof factorOrOptions === "number") return this.animate({
        ratio: this.ratio / factorOrOptions
      });
      return this.animate({
        ratio: this.ratio / (factorOrOptions.factor || DEFAULT_ZOOMING_RATIO)
      }, factorOrOptions);
    }
    /**
     * Method used to unzoom the camera.
     */
  }, {
    key: "animatedUnzoom",
    value: function animatedUnzoom(factorOrOptions) {
      if (!factorOrOptions) return this.animate({
        ratio: this.ratio * DEFAULT_ZOOMING_RATIO
      });
      if (typeof factorOrOptions === "number") return this.animate({
        ratio: this.ratio * factorOrOptions
      });
      return this.animate({
        ratio: this.ratio * (factorOrOptions.factor || DEFAULT_ZOOMING_RATIO)
      }, factorOrOptions);
    }
    /**
     * Method used to reset the camera.
     */
  }, {
    key: "animatedReset",
    value: function animatedReset(options) {
      return this.animate({
        x: 0.5,
        y: 0.5,
        ratio: 1,
        angle: 0
      }, options);
    }
    /**
     * Returns a new Camera instance, with the same state as the current camera.
     */
  }, {
    key: "copy",
    value: function copy2() {
      return Camera2.from(this.getState());
    }
  }], [{
    key: "from",
    value: function from(state) {
      var camera = new Camera2();
      return camera.setState(state);
    }
  }]);
})(TypedEventEmitter);
function getPosition(e3, dom) {
  var bbox = dom.getBoundingClientRect();
  return {
    x: e3.clientX - bbox.left,
    y: e3.clientY - bbox.top
  };
}
function getMouseCoords(e3, dom) {
  var res = _objectSpread2(_objectSpread2({}, getPosition(e3, dom)), {}, {
    sigmaDefaultPrevented: false,
    preventSigmaDefault: function preventSigmaDefault() {
      res.sigmaDefaultPrevented = true;
    },
    original: e3
  });
  return res;
}
function cleanMouseCoords(e3) {
  var res = "x" in e3 ? e3 : _objectSpread2(_objectSpread2({}, e3.touches[0] || e3.previousTouches[0]), {}, {
    original: e3.original,
    sigmaDefaultPrevented: e3.sigmaDefaultPrevented,
    preventSigmaDefault: function preventSigmaDefault() {
      e3.sigmaDefaultPrevented = true;
      res.sigmaDefaultPrevented = true;
    }
  });
  return res;
}
function getWheelCoords(e3, dom) {
  return _objectSpread2(_objectSpread2({}, getMouseCoords(e3, dom)), {}, {
    delta: getWheelDelta(e3)
  });
}
var MAX_TOUCHES = 2;
function getTouchesArray(touches) {
  var arr = [];
  for (var i3 = 0, l3 = Math.min(touches.length, MAX_TOUCHES); i3 < l3; i3++) arr.push(touches[i3]);
  return arr;
}
function getTouchCoords(e3, previousTouches, dom) {
  var res = {
    touches: getTouchesArray(e3.touches).map(function(touch) {
      return getPosition(touch, dom);
    }),
    previousTouches: previousTouches.map(function(touch) {
      return getPosition(touch, dom);
    }),
    sigmaDefaultPrevented: false,
    preventSigmaDefault: function preventSigmaDefault() {
      res.sigmaDefaultPrevented = true;
    },
    original: e3
  };
  return res;
}
function getWheelDelta(e3) {
  if (typeof e3.deltaY !== "undefined") return e3.deltaY * -3 / 360;
  if (typeof e3.detail !== "undefined") return e3.detail / -9;
  throw new Error("Captor: could not extract delta from event.");
}
var Captor = /* @__PURE__ */ (function(_TypedEventEmitter) {
  function Captor2(container, renderer) {
    var _this;
    _classCallCheck(this, Captor2);
    _this = _callSuper(this, Captor2);
    _this.container = container;
    _this.renderer = renderer;
    return _this;
  }
  _inherits(Captor2, _TypedEventEmitter);
  return _createClass(Captor2);
})(TypedEventEmitter);
var MOUSE_SETTINGS_KEYS = ["doubleClickTimeout", "doubleClickZoomingDuration", "doubleClickZoomingRatio", "dragTimeout", "draggedEventsTolerance", "inertiaDuration", "inertiaRatio", "zoomDuration", "zoomingRatio"];
var DEFAULT_MOUSE_SETTINGS = MOUSE_SETTINGS_KEYS.reduce(function(iter, key) {
  return _objectSpread2(_objectSpread2({}, iter), {}, _defineProperty({}, key, DEFAULT_SETTINGS[key]));
}, {});
var MouseCaptor = /* @__PURE__ */ (function(_Captor) {
  function MouseCaptor2(container, renderer) {
    var _this;
    _classCallCheck(this, MouseCaptor2);
    _this = _callSuper(this, MouseCaptor2, [container, renderer]);
    _defineProperty(_this, "enabled", true);
    _defineProperty(_this, "draggedEvents", 0);
    _defineProperty(_this, "downStartTime", null);
    _defineProperty(_this, "lastMouseX", null);
    _defineProperty(_this, "lastMouseY", null);
    _defineProperty(_this, "isMouseDown", false);
    _defineProperty(_this, "isMoving", false);
    _defineProperty(_this, "movingTimeout", null);
    _defineProperty(_this, "startCameraState", null);
    _defineProperty(_this, "clicks", 0);
    _defineProperty(_this, "doubleClickTimeout", null);
    _defineProperty(_this, "currentWheelDirection", 0);
    _defineProperty(_this, "settings", DEFAULT_MOUSE_SETTINGS);
    _this.handleClick = _this.handleClick.bind(_this);
    _this.handleRightClick = _this.handleRightClick.bind(_this);
    _this.handleDown = _this.handleDown.bind(_this);
    _this.handleUp = _this.handleUp.bind(_this);
    _this.handleMove = _this.handleMove.bind(_this);
    _this.handleWheel = _this.handleWheel.bind(_this);
    _this.handleLeave = _this.handleLeave.bind(_this);
    _this.handleEnter = _this.handleEnter.bind(_this);
    container.addEventListener("click", _this.handleClick, {
      capture: false
    });
    container.addEventListener("contextmenu", _this.handleRightClick, {
      capture: false
    });
    container.addEventListener("mousedown", _this.handleDown, {
      capture: false
    });
    container.addEventListener("wheel", _this.handleWheel, {
      capture: false
    });
    container.addEventListener("mouseleave", _this.handleLeave, {
      capture: false
    });
    container.addEventListener("mouseenter", _this.handleEnter, {
      capture: false
    });
    document.addEventListener("mousemove", _this.handleMove, {
      capture: false
    });
    document.addEventListener("mouseup", _this.handleUp, {
      capture: false
    });
    return _this;
  }
  _inherits(MouseCaptor2, _Captor);
  return _createClass(MouseCaptor2, [{
    key: "kill",
    value: function kill() {
      var container = this.container;
      container.removeEventListener("click", this.handleClick);
      container.removeEventListener("contextmenu", this.handleRightClick);
      container.removeEventListener("mousedown", this.handleDown);
      container.removeEventListener("wheel", this.handleWheel);
      container.removeEventListener("mouseleave", this.handleLeave);
      container.removeEventListener("mouseenter", this.handleEnter);
      document.removeEventListener("mousemove", this.handleMove);
      document.removeEventListener("mouseup", this.handleUp);
    }
  }, {
    key: "handleClick",
    value: function handleClick(e3) {
      var _this2 = this;
      if (!this.enabled) return;
      this.clicks++;
      if (this.clicks === 2) {
        this.clicks = 0;
        if (typeof this.doubleClickTimeout === "number") {
          clearTimeout(this.doubleClickTimeout);
          this.doubleClickTimeout = null;
        }
        return this.handleDoubleClick(e3);
      }
      setTimeout(function() {
        _this2.clicks = 0;
        _this2.doubleClickTimeout = null;
      }, this.settings.doubleClickTimeout);
      if (this.draggedEvents < this.settings.draggedEventsTolerance) this.emit("click", getMouseCoords(e3, this.container));
    }
  }, {
    key: "handleRightClick",
    value: function handleRightClick(e3) {
      if (!this.enabled) return;
      this.emit("rightClick", getMouseCoords(e3, this.container));
    }
  }, {
    key: "handleDoubleClick",
    value: function handleDoubleClick(e3) {
      if (!this.enabled) return;
      e3.preventDefault();
      e3.stopPropagation();
      var mouseCoords = getMouseCoords(e3, this.container);
      this.emit("doubleClick", mouseCoords);
      if (mouseCoords.sigmaDefaultPrevented) return;
      var camera = this.renderer.getCamera();
      var newRatio = camera.getBoundedRatio(camera.getState().ratio / this.settings.doubleClickZoomingRatio);
      camera.animate(this.renderer.getViewportZoomedState(getPosition(e3, this.container), newRatio), {
        easing: "quadraticInOut",
        duration: this.settings.doubleClickZoomingDuration
      });
    }
  }, {
    key: "handleDown",
    value: function handleDown(e3) {
      if (!this.enabled) return;
      if (e3.button === 0) {
        this.startCameraState = this.renderer.getCamera().getState();
        var _getPosition = getPosition(e3, this.container), x2 = _getPosition.x, y3 = _getPosition.y;
        this.lastMouseX = x2;
        this.lastMouseY = y3;
        this.draggedEvents = 0;
        this.downStartTime = Date.now();
        this.isMouseDown = true;
      }
      this.emit("mousedown", getMouseCoords(e3, this.container));
    }
  }, {
    key: "handleUp",
    value: function handleUp(e3) {
      var _this3 = this;
      if (!this.enabled || !this.isMouseDown) return;
      var camera = this.renderer.getCamera();
      this.isMouseDown = false;
      if (typeof this.movingTimeout === "number") {
        clearTimeout(this.movingTimeout);
        this.movingTimeout = null;
      }
      var _getPosition2 = getPosition(e3, this.container), x2 = _getPosition2.x, y3 = _getPosition2.y;
      var cameraState = camera.getState(), previousCameraState = camera.getPreviousState() || {
        x: 0,
        y: 0
      };
      if (this.isMoving) {
        camera.animate({
          x: cameraState.x + this.settings.inertiaRatio * (cameraState.x - previousCameraState.x),
          y: cameraState.y + this.settings.inertiaRatio * (cameraState.y - previousCameraState.y)
        }, {
          duration: this.settings.inertiaDuration,
          easing: "quadraticOut"
        });
      } else if (this.lastMouseX !== x2 || this.lastMouseY !== y3) {
        camera.setState({
          x: cameraState.x,
          y: cameraState.y
        });
      }
      this.isMoving = false;
      setTimeout(function() {
        var shouldRefresh = _this3.draggedEvents > 0;
        _this3.draggedEvents = 0;
        if (shouldRefresh && _this3.renderer.getSetting("hideEdgesOnMove")) _this3.renderer.refresh();
      }, 0);
      this.emit("mouseup", getMouseCoords(e3, this.container));
    }
  }, {
    key: "handleMove",
    value: function handleMove(e3) {
      var _this4 = this;
      if (!this.enabled) return;
      var mouseCoords = getMouseCoords(e3, this.container);
      this.emit("mousemovebody", mouseCoords);
      if (e3.target === this.container || e3.composedPath()[0] === this.container) {
        this.emit("mousemove", mouseCoords);
      }
      if (mouseCoords.sigmaDefaultPrevented) return;
      if (this.isMouseDown) {
        this.isMoving = true;
        this.draggedEvents++;
        if (typeof this.movingTimeout === "number") {
          clearTimeout(this.movingTimeout);
        }
        this.movingTimeout = window.setTimeout(function() {
          _this4.movingTimeout = null;
          _this4.isMoving = false;
        }, this.settings.dragTimeout);
        var camera = this.renderer.getCamera();
        var _getPosition3 = getPosition(e3, this.container), eX = _getPosition3.x, eY = _getPosition3.y;
        var lastMouse = this.renderer.viewportToFramedGraph({
          x: this.lastMouseX,
          y: this.lastMouseY
        });
        var mouse = this.renderer.viewportToFramedGraph({
          x: eX,
          y: eY
        });
        var offsetX = lastMouse.x - mouse.x, offsetY = lastMouse.y - mouse.y;
        var cameraState = camera.getState();
        var x2 = cameraState.x + offsetX, y3 = cameraState.y + offsetY;
        camera.setState({
          x: x2,
          y: y3
        });
        this.lastMouseX = eX;
        this.lastMouseY = eY;
        e3.preventDefault();
        e3.stopPropagation();
      }
    }
  }, {
    key: "handleLeave",
    value: function handleLeave(e3) {
      this.emit("mouseleave", getMouseCoords(e3, this.container));
    }
  }, {
    key: "handleEnter",
    value: function handleEnter(e3) {
      this.emit("mouseenter", getMouseCoords(e3, this.container));
    }
  }, {
    key: "handleWheel",
    value: function handleWheel(e3) {
      var _this5 = this;
      var camera = this.renderer.getCamera();
      if (!this.enabled || !camera.enabledZooming) return;
      var delta = getWheelDelta(e3);
      if (!delta) return;
      var wheelCoords = getWheelCoords(e3, this.container);
      this.emit("wheel", wheelCoords);
      if (wheelCoords.sigmaDefaultPrevented) {
        e3.preventDefault();
        e3.stopPropagation();
        return;
      }
      var currentRatio = camera.getState().ratio;
      var ratioDiff = delta > 0 ? 1 / this.settings.zoomingRatio : this.settings.zoomingRatio;
      var newRatio = camera.getBoundedRatio(currentRatio * ratioDiff);
      var wheelDirection = delta > 0 ? 1 : -1;
      var now2 = Date.now();
      if (currentRatio === newRatio) return;
      e3.preventDefault();
      e3.stopPropagation();
      if (this.currentWheelDirection === wheelDirection && this.lastWheelTriggerTime && now2 - this.lastWheelTriggerTime < this.settings.zoomDuration / 5) {
        return;
      }
      camera.animate(this.renderer.getViewportZoomedState(getPosition(e3, this.container), newRatio), {
        easing: "quadraticOut",
        duration: this.settings.zoomDuration
      }, function() {
        _this5.currentWheelDirection = 0;
      });
      this.currentWheelDirection = wheelDirection;
      this.lastWheelTriggerTime = now2;
    }
  }, {
    key: "setSettings",
    value: function setSettings(settings) {
      this.settings = settings;
    }
  }]);
})(Captor);
var TOUCH_SETTINGS_KEYS = ["dragTimeout", "inertiaDuration", "inertiaRatio", "doubleClickTimeout", "doubleClickZoomingRatio", "doubleClickZoomingDuration", "tapMoveTolerance"];
var DEFAULT_TOUCH_SETTINGS = TOUCH_SETTINGS_KEYS.reduce(function(iter, key) {
  return _objectSpread2(_objectSpread2({}, iter), {}, _defineProperty({}, key, DEFAULT_SETTINGS[key]));
}, {});
var TouchCaptor = /* @__PURE__ */ (function(_Captor) {
  function TouchCaptor2(container, renderer) {
    var _this;
    _classCallCheck(this, TouchCaptor2);
    _this = _callSuper(this, TouchCaptor2, [container, renderer]);
    _defineProperty(_this, "enabled", true);
    _defineProperty(_this, "isMoving", false);
    _defineProperty(_this, "hasMoved", false);
    _defineProperty(_this, "touchMode", 0);
    _defineProperty(_this, "startTouchesPositions", []);
    _defineProperty(_this, "lastTouches", []);
    _defineProperty(_this, "lastTap", null);
    _defineProperty(_this, "settings", DEFAULT_TOUCH_SETTINGS);
    _this.handleStart = _this.handleStart.bind(_this);
    _this.handleLeave = _this.handleLeave.bind(_this);
    _this.handleMove = _this.handleMove.bind(_this);
    container.addEventListener("touchstart", _this.handleStart, {
      capture: false
    });
    container.addEventListener("touchcancel", _this.handleLeave, {
      capture: false
    });
    document.addEventListener("touchend", _this.handleLeave, {
      capture: false,
      passive: false
    });
    document.addEventListener("touchmove", _this.handleMove, {
      capture: false,
      passive: false
    });
    return _this;
  }
  _inherits(TouchCaptor2, _Captor);
  return _createClass(TouchCaptor2, [{
    key: "kill",
    value: function kill() {
      var container = this.container;
      container.removeEventListener("touchstart", this.handleStart);
      container.removeEventListener("touchcancel", this.handleLeave);
      document.removeEventListener("touchend", this.handleLeave);
      document.removeEventListener("touchmove", this.handleMove);
    }
  }, {
    key: "getDimensions",
    value: function getDimensions() {
      return {
        width: this.container.offsetWidth,
        height: this.container.offsetHeight
      };
    }
  }, {
    key: "handleStart",
    value: function handleStart(e3) {
      var _this2 = this;
      if (!this.enabled) return;
      e3.preventDefault();
      var touches = getTouchesArray(e3.touches);
      this.touchMode = touches.length;
      this.startCameraState = this.renderer.getCamera().getState();
      this.startTouchesPositions = touches.map(function(touch) {
        return getPosition(touch, _this2.container);
      });
      if (this.touchMode === 2) {
        var _this$startTouchesPos = _slicedToArray(this.startTouchesPositions, 2), _this$startTouchesPos2 = _this$startTouchesPos[0], x0 = _this$startTouchesPos2.x, y0 = _this$startTouchesPos2.y, _this$startTouchesPos3 = _this$startTouchesPos[1], x1 = _this$startTouchesPos3.x, y1 = _this$startTouchesPos3.y;
        this.startTouchesAngle = Math.atan2(y1 - y0, x1 - x0);
        this.startTouchesDistance = Math.sqrt(Math.pow(x1 - x0, 2) + Math.pow(y1 - y0, 2));
      }
      this.emit("touchdown", getTouchCoords(e3, this.lastTouches, this.container));
      this.lastTouches = touches;
      this.lastTouchesPositions = this.startTouchesPositions;
    }
  }, {
    key: "handleLeave",
    value: function handleLeave(e3) {
      if (!this.enabled || !this.startTouchesPositions.length) return;
      if (e3.cancelable) e3.preventDefault();
      if (this.movingTimeout) {
        this.isMoving = false;
        clearTimeout(this.movingTimeout);
      }
      switch (this.touchMode) {
        // eslint-disable-next-line @typescript-eslint/ban-ts-comment
        // @ts-ignore
        case 2:
          if (e3.touches.length === 1) {
            this.handleStart(e3);
            e3.preventDefault();
            break;
          }
        /* falls through */
        case 1:
          if (this.isMoving) {
            var camera = this.renderer.getCamera();
            var cameraState = camera.getState(), previousCameraState = camera.getPreviousState() || {
              x: 0,
              y: 0
            };
            camera.animate({
              x: cameraState.x + this.settings.inertiaRatio * (cameraState.x - previousCameraState.x),
              y: cameraState.y + this.settings.inertiaRatio * (cameraState.y - previousCameraState.y)
            }, {
              duration: this.settings.inertiaDuration,
              easing: "quadraticOut"
            });
          }
          this.hasMoved = false;
          this.isMoving = false;
          this.touchMode = 0;
          break;
      }
      this.emit("touchup", getTouchCoords(e3, this.lastTouches, this.container));
      if (!e3.touches.length) {
        var position = getPosition(this.lastTouches[0], this.container);
        var downPosition = this.startTouchesPositions[0];
        var dSquare = Math.pow(position.x - downPosition.x, 2) + Math.pow(position.y - downPosition.y, 2);
        if (!e3.touches.length && dSquare < Math.pow(this.settings.tapMoveTolerance, 2)) {
          if (this.lastTap && Date.now() - this.lastTap.time < this.settings.doubleClickTimeout) {
            var touchCoords = getTouchCoords(e3, this.lastTouches, this.container);
            this.emit("doubletap", touchCoords);
            this.lastTap = null;
            if (!touchCoords.sigmaDefaultPrevented) {
              var _camera = this.renderer.getCamera();
              var newRatio = _camera.getBoundedRatio(_camera.getState().ratio / this.settings.doubleClickZoomingRatio);
              _camera.animate(this.renderer.getViewportZoomedState(position, newRatio), {
                easing: "quadraticInOut",
                duration: this.settings.doubleClickZoomingDuration
              });
            }
          } else {
            var _touchCoords = getTouchCoords(e3, this.lastTouches, this.container);
            this.emit("tap", _touchCoords);
            this.lastTap = {
              time: Date.now(),
              position: _touchCoords.touches[0] || _touchCoords.previousTouches[0]
            };
          }
        }
      }
      this.lastTouches = getTouchesArray(e3.touches);
      this.startTouchesPositions = [];
    }
  }, {
    key: "handleMove",
    value: function handleMove(e3) {
      var _this3 = this;
      if (!this.enabled || !this.startTouchesPositions.length) return;
      e3.preventDefault();
      var touches = getTouchesArray(e3.touches);
      var touchesPositions = touches.map(function(touch) {
        return getPosition(touch, _this3.container);
      });
      var lastTouches = this.lastTouches;
      this.lastTouches = touches;
      this.lastTouchesPositions = touchesPositions;
      var touchCoords = getTouchCoords(e3, lastTouches, this.container);
      this.emit("touchmove", touchCoords);
      if (touchCoords.sigmaDefaultPrevented) return;
      this.hasMoved || (this.hasMoved = touchesPositions.some(function(position, idx) {
        var startPosition = _this3.startTouchesPositions[idx];
        return startPosition && (position.x !== startPosition.x || position.y !== startPosition.y);
      }));
      if (!this.hasMoved) {
        return;
      }
      this.isMoving = true;
      if (this.movingTimeout) clearTimeout(this.movingTimeout);
      this.movingTimeout = window.setTimeout(function() {
        _this3.isMoving = false;
      }, this.settings.dragTimeout);
      var camera = this.renderer.getCamera();
      var startCameraState = this.startCameraState;
      var padding = this.renderer.getSetting("stagePadding");
      switch (this.touchMode) {
        case 1: {
          var _this$renderer$viewpo = this.renderer.viewportToFramedGraph((this.startTouchesPositions || [])[0]), xStart = _this$renderer$viewpo.x, yStart = _this$renderer$viewpo.y;
          var _this$renderer$viewpo2 = this.renderer.viewportToFramedGraph(touchesPositions[0]), x2 = _this$renderer$viewpo2.x, y3 = _this$renderer$viewpo2.y;
          camera.setState({
            x: startCameraState.x + xStart - x2,
            y: startCameraState.y + yStart - y3
          });
          break;
        }
        case 2: {
          var newCameraState = {
            x: 0.5,
            y: 0.5,
            angle: 0,
            ratio: 1
          };
          var _touchesPositions$ = touchesPositions[0], x0 = _touchesPositions$.x, y0 = _touchesPositions$.y;
          var _touchesPositions$2 = touchesPositions[1], x1 = _touchesPositions$2.x, y1 = _touchesPositions$2.y;
          var angleDiff = Math.atan2(y1 - y0, x1 - x0) - this.startTouchesAngle;
          var ratioDiff = Math.hypot(y1 - y0, x1 - x0) / this.startTouchesDistance;
          var newRatio = camera.getBoundedRatio(startCameraState.ratio / ratioDiff);
          newCameraState.ratio = newRatio;
          newCameraState.angle = startCameraState.angle + angleDiff;
          var dimensions = this.getDimensions();
          var touchGraphPosition = this.renderer.viewportToFramedGraph((this.startTouchesPositions || [])[0], {
            cameraState: startCameraState
          });
          var smallestDimension = Math.min(dimensions.width, dimensions.height) - 2 * padding;
          var dx = smallestDimension / dimensions.width;
          var dy = smallestDimension / dimensions.height;
          var ratio = newRatio / smallestDimension;
          var _x = x0 - smallestDimension / 2 / dx;
          var _y = y0 - smallestDimension / 2 / dy;
          var _ref = [_x * Math.cos(-newCameraState.angle) - _y * Math.sin(-newCameraState.angle), _y * Math.cos(-newCameraState.angle) + _x * Math.sin(-newCameraState.angle)];
          _x = _ref[0];
          _y = _ref[1];
          newCameraState.x = touchGraphPosition.x - _x * ratio;
          newCameraState.y = touchGraphPosition.y + _y * ratio;
          camera.setState(newCameraState);
          break;
        }
      }
    }
  }, {
    key: "setSettings",
    value: function setSettings(settings) {
      this.settings = settings;
    }
  }]);
})(Captor);
function _arrayWithoutHoles(r3) {
  if (Array.isArray(r3)) return _arrayLikeToArray(r3);
}
function _iterableToArray(r3) {
  if ("undefined" != typeof Symbol && null != r3[Symbol.iterator] || null != r3["@@iterator"]) return Array.from(r3);
}
function _nonIterableSpread() {
  throw new TypeError("Invalid attempt to spread non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
}
function _toConsumableArray(r3) {
  return _arrayWithoutHoles(r3) || _iterableToArray(r3) || _unsupportedIterableToArray(r3) || _nonIterableSpread();
}
function _objectWithoutPropertiesLoose(r3, e3) {
  if (null == r3) return {};
  var t4 = {};
  for (var n2 in r3) if ({}.hasOwnProperty.call(r3, n2)) {
    if (-1 !== e3.indexOf(n2)) continue;
    t4[n2] = r3[n2];
  }
  return t4;
}
function _objectWithoutProperties(e3, t4) {
  if (null == e3) return {};
  var o4, r3, i3 = _objectWithoutPropertiesLoose(e3, t4);
  if (Object.getOwnPropertySymbols) {
    var n2 = Object.getOwnPropertySymbols(e3);
    for (r3 = 0; r3 < n2.length; r3++) o4 = n2[r3], -1 === t4.indexOf(o4) && {}.propertyIsEnumerable.call(e3, o4) && (i3[o4] = e3[o4]);
  }
  return i3;
}
var LabelCandidate = /* @__PURE__ */ (function() {
  function LabelCandidate2(key, size2) {
    _classCallCheck(this, LabelCandidate2);
    this.key = key;
    this.size = size2;
  }
  return _createClass(LabelCandidate2, null, [{
    key: "compare",
    value: function compare(first, second) {
      if (first.size > second.size) return -1;
      if (first.size < second.size) return 1;
      if (first.key > second.key) return 1;
      return -1;
    }
  }]);
})();
var LabelGrid = /* @__PURE__ */ (function() {
  function LabelGrid2() {
    _classCallCheck(this, LabelGrid2);
    _defineProperty(this, "width", 0);
    _defineProperty(this, "height", 0);
    _defineProperty(this, "cellSize", 0);
    _defineProperty(this, "columns", 0);
    _defineProperty(this, "rows", 0);
    _defineProperty(this, "cells", {});
  }
  return _createClass(LabelGrid2, [{
    key: "resizeAndClear",
    value: function resizeAndClear(dimensions, cellSize) {
      this.width = dimensions.width;
      this.height = dimensions.height;
      this.cellSize = cellSize;
      this.columns = Math.ceil(dimensions.width / cellSize);
      this.rows = Math.ceil(dimensions.height / cellSize);
      this.cells = {};
    }
  }, {
    key: "getIndex",
    value: function getIndex(pos) {
      var xIndex = Math.floor(pos.x / this.cellSize);
      var yIndex = Math.floor(pos.y / this.cellSize);
      return yIndex * this.columns + xIndex;
    }
  }, {
    key: "add",
    value: function add2(key, size2, pos) {
      var candidate = new LabelCandidate(key, size2);
      var index = this.getIndex(pos);
      var cell = this.cells[index];
      if (!cell) {
        cell = [];
        this.cells[index] = cell;
      }
      cell.push(candidate);
    }
  }, {
    key: "organize",
    value: function organize() {
      for (var k2 in this.cells) {
        var cell = this.cells[k2];
        cell.sort(LabelCandidate.compare);
      }
    }
  }, {
    key: "getLabelsToDisplay",
    value: function getLabelsToDisplay(ratio, density) {
      var cellArea = this.cellSize * this.cellSize;
      var scaledCellArea = cellArea / ratio / ratio;
      var scaledDensity = scaledCellArea * density / cellArea;
      var labelsToDisplayPerCell = Math.ceil(scaledDensity);
      var labels = [];
      for (var k2 in this.cells) {
        var cell = this.cells[k2];
        for (var i3 = 0; i3 < Math.min(labelsToDisplayPerCell, cell.length); i3++) {
          labels.push(cell[i3].key);
        }
      }
      return labels;
    }
  }]);
})();
function edgeLabelsToDisplayFromNodes(params) {
  var graph = params.graph, hoveredNode = params.hoveredNode, highlightedNodes = params.highlightedNodes, displayedNodeLabels = params.displayedNodeLabels;
  var worthyEdges = [];
  graph.forEachEdge(function(edge, _3, source, target) {
    if (source === hoveredNode || target === hoveredNode || highlightedNodes.has(source) || highlightedNodes.has(target) || displayedNodeLabels.has(source) && displayedNodeLabels.has(target)) {
      worthyEdges.push(edge);
    }
  });
  return worthyEdges;
}
var X_LABEL_MARGIN = 150;
var Y_LABEL_MARGIN = 50;
var hasOwnProperty = Object.prototype.hasOwnProperty;
function applyNodeDefaults(settings, key, data) {
  if (!hasOwnProperty.call(data, "x") || !hasOwnProperty.call(data, "y")) throw new Error('Sigma: could not find a valid position (x, y) for node "'.concat(key, '". All your nodes must have a number "x" and "y". Maybe your forgot to apply a layout or your "nodeReducer" is not returning the correct data?'));
  if (!data.color) data.color = settings.defaultNodeColor;
  if (!data.label && data.label !== "") data.label = null;
  if (data.label !== void 0 && data.label !== null) data.label = "" + data.label;
  else data.label = null;
  if (!data.size) data.size = 2;
  if (!hasOwnProperty.call(data, "hidden")) data.hidden = false;
  if (!hasOwnProperty.call(data, "highlighted")) data.highlighted = false;
  if (!hasOwnProperty.call(data, "forceLabel")) data.forceLabel = false;
  if (!data.type || data.type === "") data.type = settings.defaultNodeType;
  if (!data.zIndex) data.zIndex = 0;
  return data;
}
function applyEdgeDefaults(settings, _key, data) {
  if (!data.color) data.color = settings.defaultEdgeColor;
  if (!data.label) data.label = "";
  if (!data.size) data.size = 0.5;
  if (!hasOwnProperty.call(data, "hidden")) data.hidden = false;
  if (!hasOwnProperty.call(data, "forceLabel")) data.forceLabel = false;
  if (!data.type || data.type === "") data.type = settings.defaultEdgeType;
  if (!data.zIndex) data.zIndex = 0;
  return data;
}
var Sigma$1 = /* @__PURE__ */ (function(_TypedEventEmitter) {
  function Sigma2(graph, container) {
    var _this;
    var settings = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : {};
    _classCallCheck(this, Sigma2);
    _this = _callSuper(this, Sigma2);
    _defineProperty(_this, "elements", {});
    _defineProperty(_this, "canvasContexts", {});
    _defineProperty(_this, "webGLContexts", {});
    _defineProperty(_this, "pickingLayers", /* @__PURE__ */ new Set());
    _defineProperty(_this, "textures", {});
    _defineProperty(_this, "frameBuffers", {});
    _defineProperty(_this, "activeListeners", {});
    _defineProperty(_this, "labelGrid", new LabelGrid());
    _defineProperty(_this, "nodeDataCache", {});
    _defineProperty(_this, "edgeDataCache", {});
    _defineProperty(_this, "nodeProgramIndex", {});
    _defineProperty(_this, "edgeProgramIndex", {});
    _defineProperty(_this, "nodesWithForcedLabels", /* @__PURE__ */ new Set());
    _defineProperty(_this, "edgesWithForcedLabels", /* @__PURE__ */ new Set());
    _defineProperty(_this, "nodeExtent", {
      x: [0, 1],
      y: [0, 1]
    });
    _defineProperty(_this, "nodeZExtent", [Infinity, -Infinity]);
    _defineProperty(_this, "edgeZExtent", [Infinity, -Infinity]);
    _defineProperty(_this, "matrix", identity());
    _defineProperty(_this, "invMatrix", identity());
    _defineProperty(_this, "correctionRatio", 1);
    _defineProperty(_this, "customBBox", null);
    _defineProperty(_this, "normalizationFunction", createNormalizationFunction({
      x: [0, 1],
      y: [0, 1]
    }));
    _defineProperty(_this, "graphToViewportRatio", 1);
    _defineProperty(_this, "itemIDsIndex", {});
    _defineProperty(_this, "nodeIndices", {});
    _defineProperty(_this, "edgeIndices", {});
    _defineProperty(_this, "width", 0);
    _defineProperty(_this, "height", 0);
    _defineProperty(_this, "pixelRatio", getPixelRatio());
    _defineProperty(_this, "pickingDownSizingRatio", 2 * _this.pixelRatio);
    _defineProperty(_this, "displayedNodeLabels", /* @__PURE__ */ new Set());
    _defineProperty(_this, "displayedEdgeLabels", /* @__PURE__ */ new Set());
    _defineProperty(_this, "highlightedNodes", /* @__PURE__ */ new Set());
    _defineProperty(_this, "hoveredNode", null);
    _defineProperty(_this, "hoveredEdge", null);
    _defineProperty(_this, "renderFrame", null);
    _defineProperty(_this, "renderHighlightedNodesFrame", null);
    _defineProperty(_this, "needToProcess", false);
    _defineProperty(_this, "checkEdgesEventsFrame", null);
    _defineProperty(_this, "nodePrograms", {});
    _defineProperty(_this, "nodeHoverPrograms", {});
    _defineProperty(_this, "edgePrograms", {});
    _this.settings = resolveSettings(settings);
    validateSettings(_this.settings);
    validateGraph(graph);
    if (!(container instanceof HTMLElement)) throw new Error("Sigma: container should be an html element.");
    _this.graph = graph;
    _this.container = container;
    _this.createWebGLContext("edges", {
      picking: settings.enableEdgeEvents
    });
    _this.createCanvasContext("edgeLabels");
    _this.createWebGLContext("nodes", {
      picking: true
    });
    _this.createCanvasContext("labels");
    _this.createCanvasContext("hovers");
    _this.createWebGLContext("hoverNodes");
    _this.createCanvasContext("mouse", {
      style: {
        touchAction: "none",
        userSelect: "none"
      }
    });
    _this.resize();
    for (var type in _this.settings.nodeProgramClasses) {
      _this.registerNodeProgram(type, _this.settings.nodeProgramClasses[type], _this.settings.nodeHoverProgramClasses[type]);
    }
    for (var _type in _this.settings.edgeProgramClasses) {
      _this.registerEdgeProgram(_type, _this.settings.edgeProgramClasses[_type]);
    }
    _this.camera = new Camera();
    _this.bindCameraHandlers();
    _this.mouseCaptor = new MouseCaptor(_this.elements.mouse, _this);
    _this.mouseCaptor.setSettings(_this.settings);
    _this.touchCaptor = new TouchCaptor(_this.elements.mouse, _this);
    _this.touchCaptor.setSettings(_this.settings);
    _this.bindEventHandlers();
    _this.bindGraphHandlers();
    _this.handleSettingsUpdate();
    _this.refresh();
    return _this;
  }
  _inherits(Sigma2, _TypedEventEmitter);
  return _createClass(Sigma2, [{
    key: "registerNodeProgram",
    value: function registerNodeProgram(key, NodeProgramClass, NodeHoverProgram) {
      if (this.nodePrograms[key]) this.nodePrograms[key].kill();
      if (this.nodeHoverPrograms[key]) this.nodeHoverPrograms[key].kill();
      this.nodePrograms[key] = new NodeProgramClass(this.webGLContexts.nodes, this.frameBuffers.nodes, this);
      this.nodeHoverPrograms[key] = new (NodeHoverProgram || NodeProgramClass)(this.webGLContexts.hoverNodes, null, this);
      return this;
    }
    /**
     * Internal function used to register an edge program
     *
     * @param  {string}          key              - The program's key, matching the related edges "type" values.
     * @param  {EdgeProgramType} EdgeProgramClass - An edges program class.
     * @return {Sigma}
     */
  }, {
    key: "registerEdgeProgram",
    value: function registerEdgeProgram(key, EdgeProgramClass) {
      if (this.edgePrograms[key]) this.edgePrograms[key].kill();
      this.edgePrograms[key] = new EdgeProgramClass(this.webGLContexts.edges, this.frameBuffers.edges, this);
      return this;
    }
    /**
     * Internal function used to unregister a node program
     *
     * @param  {string} key - The program's key, matching the related nodes "type" values.
     * @return {Sigma}
     */
  }, {
    key: "unregisterNodeProgram",
    value: function unregisterNodeProgram(key) {
      if (this.nodePrograms[key]) {
        var _this$nodePrograms = this.nodePrograms, program = _this$nodePrograms[key], programs = _objectWithoutProperties(_this$nodePrograms, [key].map(_toPropertyKey));
        program.kill();
        this.nodePrograms = programs;
      }
      if (this.nodeHoverPrograms[key]) {
        var _this$nodeHoverProgra = this.nodeHoverPrograms, _program = _this$nodeHoverProgra[key], _programs = _objectWithoutProperties(_this$nodeHoverProgra, [key].map(_toPropertyKey));
        _program.kill();
        this.nodePrograms = _programs;
      }
      return this;
    }
    /**
     * Internal function used to unregister an edge program
     *
     * @param  {string} key - The program's key, matching the related edges "type" values.
     * @return {Sigma}
     */
  }, {
    key: "unregisterEdgeProgram",
    value: function unregisterEdgeProgram(key) {
      if (this.edgePrograms[key]) {
        var _this$edgePrograms = this.edgePrograms, program = _this$edgePrograms[key], programs = _objectWithoutProperties(_this$edgePrograms, [key].map(_toPropertyKey));
        program.kill();
        this.edgePrograms = programs;
      }
      return this;
    }
    /**
     * Method (re)binding WebGL texture (for picking).
     *
     * @return {Sigma}
     */
  }, {
    key: "resetWebGLTexture",
    value: function resetWebGLTexture(id) {
      var gl = this.webGLContexts[id];
      var frameBuffer = this.frameBuffers[id];
      var currentTexture = this.textures[id];
      if (currentTexture) gl.deleteTexture(currentTexture);
      var pickingTexture = gl.createTexture();
      gl.bindFramebuffer(gl.FRAMEBUFFER, frameBuffer);
      gl.bindTexture(gl.TEXTURE_2D, pickingTexture);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, this.width, this.height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, pickingTexture, 0);
      this.textures[id] = pickingTexture;
      return this;
    }
    /**
     * Method binding camera handlers.
     *
     * @return {Sigma}
     */
  }, {
    key: "bindCameraHandlers",
    value: function bindCameraHandlers() {
      var _this2 = this;
      this.activeListeners.camera = function() {
        _this2.scheduleRender();
      };
      this.camera.on("updated", this.activeListeners.camera);
      return this;
    }
    /**
     * Method unbinding camera handlers.
     *
     * @return {Sigma}
     */
  }, {
    key: "unbindCameraHandlers",
    value: function unbindCameraHandlers() {
      this.camera.removeListener("updated", this.activeListeners.camera);
      return this;
    }
    /**
     * Method that returns the closest node to a given position.
     */
  }, {
    key: "getNodeAtPosition",
    value: function getNodeAtPosition(position) {
      var x2 = position.x, y3 = position.y;
      var color = getPixelColor(this.webGLContexts.nodes, this.frameBuffers.nodes, x2, y3, this.pixelRatio, this.pickingDownSizingRatio);
      var index = colorToIndex.apply(void 0, _toConsumableArray(color));
      var itemAt = this.itemIDsIndex[index];
      return itemAt && itemAt.type === "node" ? itemAt.id : null;
    }
    /**
     * Method binding event handlers.
     *
     * @return {Sigma}
     */
  }, {
    key: "bindEventHandlers",
    value: function bindEventHandlers() {
      var _this3 = this;
      this.activeListeners.handleResize = function() {
        _this3.scheduleRefresh();
      };
      window.addEventListener("resize", this.activeListeners.handleResize);
      this.activeListeners.handleMove = function(e3) {
        var event = cleanMouseCoords(e3);
        var baseEvent = {
          event,
          preventSigmaDefault: function preventSigmaDefault() {
            event.preventSigmaDefault();
          }
        };
        var nodeToHover = _this3.getNodeAtPosition(event);
        if (nodeToHover && _this3.hoveredNode !== nodeToHover && !_this3.nodeDataCache[nodeToHover].hidden) {
          if (_this3.hoveredNode) _this3.emit("leaveNode", _objectSpread2(_objectSpread2({}, baseEvent), {}, {
            node: _this3.hoveredNode
          }));
          _this3.hoveredNode = nodeToHover;
          _this3.emit("enterNode", _objectSpread2(_objectSpread2({}, baseEvent), {}, {
            node: nodeToHover
          }));
          _this3.scheduleHighlightedNodesRender();
          return;
        }
        if (_this3.hoveredNode) {
          if (_this3.getNodeAtPosition(event) !== _this3.hoveredNode) {
            var node = _this3.hoveredNode;
            _this3.hoveredNode = null;
            _this3.emit("leaveNode", _objectSpread2(_objectSpread2({}, baseEvent), {}, {
              node
            }));
            _this3.scheduleHighlightedNodesRender();
            return;
          }
        }
        if (_this3.settings.enableEdgeEvents) {
          var edgeToHover = _this3.hoveredNode ? null : _this3.getEdgeAtPoint(baseEvent.event.x, baseEvent.event.y);
          if (edgeToHover !== _this3.hoveredEdge) {
            if (_this3.hoveredEdge) _this3.emit("leaveEdge", _objectSpread2(_objectSpread2({}, baseEvent), {}, {
              edge: _this3.hoveredEdge
            }));
            if (edgeToHover) _this3.emit("enterEdge", _objectSpread2(_objectSpread2({}, baseEvent), {}, {
              edge: edgeToHover
            }));
            _this3.hoveredEdge = edgeToHover;
          }
        }
      };
      this.activeListeners.handleMoveBody = function(e3) {
        var event = cleanMouseCoords(e3);
        _this3.emit("moveBody", {
          event,
          preventSigmaDefault: function preventSigmaDefault() {
            event.preventSigmaDefault();
          }
        });
      };
      this.activeListeners.handleLeave = function(e3) {
        var event = cleanMouseCoords(e3);
        var baseEvent = {
          event,
          preventSigmaDefault: function preventSigmaDefault() {
            event.preventSigmaDefault();
          }
        };
        if (_this3.hoveredNode) {
          _this3.emit("leaveNode", _objectSpread2(_objectSpread2({}, baseEvent), {}, {
            node: _this3.hoveredNode
          }));
          _this3.scheduleHighlightedNodesRender();
        }
        if (_this3.settings.enableEdgeEvents && _this3.hoveredEdge) {
          _this3.emit("leaveEdge", _objectSpread2(_objectSpread2({}, baseEvent), {}, {
            edge: _this3.hoveredEdge
          }));
          _this3.scheduleHighlightedNodesRender();
        }
        _this3.emit("leaveStage", _objectSpread2({}, baseEvent));
      };
      this.activeListeners.handleEnter = function(e3) {
        var event = cleanMouseCoords(e3);
        var baseEvent = {
          event,
          preventSigmaDefault: function preventSigmaDefault() {
            event.preventSigmaDefault();
          }
        };
        _this3.emit("enterStage", _objectSpread2({}, baseEvent));
      };
      var createInteractionListener = function createInteractionListener2(eventType) {
        return function(e3) {
          var event = cleanMouseCoords(e3);
          var baseEvent = {
            event,
            preventSigmaDefault: function preventSigmaDefault() {
              event.preventSigmaDefault();
            }
          };
          var nodeAtPosition = _this3.getNodeAtPosition(event);
          if (nodeAtPosition) return _this3.emit("".concat(eventType, "Node"), _objectSpread2(_objectSpread2({}, baseEvent), {}, {
            node: nodeAtPosition
          }));
          if (_this3.settings.enableEdgeEvents) {
            var edge = _this3.getEdgeAtPoint(event.x, event.y);
            if (edge) return _this3.emit("".concat(eventType, "Edge"), _objectSpread2(_objectSpread2({}, baseEvent), {}, {
              edge
            }));
          }
          return _this3.emit("".concat(eventType, "Stage"), baseEvent);
        };
      };
      this.activeListeners.handleClick = createInteractionListener("click");
      this.activeListeners.handleRightClick = createInteractionListener("rightClick");
      this.activeListeners.handleDoubleClick = createInteractionListener("doubleClick");
      this.activeListeners.handleWheel = createInteractionListener("wheel");
      this.activeListeners.handleDown = createInteractionListener("down");
      this.activeListeners.handleUp = createInteractionListener("up");
      this.mouseCaptor.on("mousemove", this.activeListeners.handleMove);
      this.mouseCaptor.on("mousemovebody", this.activeListeners.handleMoveBody);
      this.mouseCaptor.on("click", this.activeListeners.handleClick);
      this.mouseCaptor.on("rightClick", this.activeListeners.handleRightClick);
      this.mouseCaptor.on("doubleClick", this.activeListeners.handleDoubleClick);
      this.mouseCaptor.on("wheel", this.activeListeners.handleWheel);
      this.mouseCaptor.on("mousedown", this.activeListeners.handleDown);
      this.mouseCaptor.on("mouseup", this.activeListeners.handleUp);
      this.mouseCaptor.on("mouseleave", this.activeListeners.handleLeave);
      this.mouseCaptor.on("mouseenter", this.activeListeners.handleEnter);
      this.touchCaptor.on("touchdown", this.activeListeners.handleDown);
      this.touchCaptor.on("touchdown", this.activeListeners.handleMove);
      this.touchCaptor.on("touchup", this.activeListeners.handleUp);
      this.touchCaptor.on("touchmove", this.activeListeners.handleMove);
      this.touchCaptor.on("tap", this.activeListeners.handleClick);
      this.touchCaptor.on("doubletap", this.activeListeners.handleDoubleClick);
      this.touchCaptor.on("touchmove", this.activeListeners.handleMoveBody);
      return this;
    }
    /**
     * Method binding graph handlers
     *
     * @return {Sigma}
     */
  }, {
    key: "bindGraphHandlers",
    value: function bindGraphHandlers() {
      var _this4 = this;
      var graph = this.graph;
      var LAYOUT_IMPACTING_FIELDS = /* @__PURE__ */ new Set(["x", "y", "zIndex", "type"]);
      this.activeListeners.eachNodeAttributesUpdatedGraphUpdate = function(e3) {
        var _e$hints;
        var updatedFields = (_e$hints = e3.hints) === null || _e$hints === void 0 ? void 0 : _e$hints.attributes;
        _this4.graph.forEachNode(function(node) {
          return _this4.updateNode(node);
        });
        var layoutChanged = !updatedFields || updatedFields.some(function(f4) {
          return LAYOUT_IMPACTING_FIELDS.has(f4);
        });
        _this4.refresh({
          partialGraph: {
            nodes: graph.nodes()
          },
          skipIndexation: !layoutChanged,
          schedule: true
        });
      };
      this.activeListeners.eachEdgeAttributesUpdatedGraphUpdate = function(e3) {
        var _e$hints2;
        var updatedFields = (_e$hints2 = e3.hints) === null || _e$hints2 === void 0 ? void 0 : _e$hints2.attributes;
        _this4.graph.forEachEdge(function(edge) {
          return _this4.updateEdge(edge);
        });
        var layoutChanged = updatedFields && ["zIndex", "type"].some(function(f4) {
          return updatedFields === null || updatedFields === void 0 ? void 0 : updatedFields.includes(f4);
        });
        _this4.refresh({
          partialGraph: {
            edges: graph.edges()
          },
          skipIndexation: !layoutChanged,
          schedule: true
        });
      };
      this.activeListeners.addNodeGraphUpdate = function(payload) {
        var node = payload.key;
        _this4.addNode(node);
        _this4.refresh({
          partialGraph: {
            nodes: [node]
          },
          skipIndexation: false,
          schedule: true
        });
      };
      this.activeListeners.updateNodeGraphUpdate = function(payload) {
        var node = payload.key;
        _this4.refresh({
          partialGraph: {
            nodes: [node]
          },
          skipIndexation: false,
          schedule: true
        });
      };
      this.activeListeners.dropNodeGraphUpdate = function(payload) {
        var node = payload.key;
        _this4.removeNode(node);
        _this4.refresh({
          schedule: true
        });
      };
      this.activeListeners.addEdgeGraphUpdate = function(payload) {
        var edge = payload.key;
        _this4.addEdge(edge);
        _this4.refresh({
          partialGraph: {
            edges: [edge]
          },
          schedule: true
        });
      };
      this.activeListeners.updateEdgeGraphUpdate = function(payload) {
        var edge = payload.key;
        _this4.refresh({
          partialGraph: {
            edges: [edge]
          },
          skipIndexation: false,
          schedule: true
        });
      };
      this.activeListeners.dropEdgeGraphUpdate = function(payload) {
        var edge = payload.key;
        _this4.removeEdge(edge);
        _this4.refresh({
          schedule: true
        });
      };
      this.activeListeners.clearEdgesGraphUpdate = function() {
        _this4.clearEdgeState();
        _this4.clearEdgeIndices();
        _this4.refresh({
          schedule: true
        });
      };
      this.activeListeners.clearGraphUpdate = function() {
        _this4.clearEdgeState();
        _this4.clearNodeState();
        _this4.clearEdgeIndices();
        _this4.clearNodeIndices();
        _this4.refresh({
          schedule: true
        });
      };
      graph.on("nodeAdded", this.activeListeners.addNodeGraphUpdate);
      graph.on("nodeDropped", this.activeListeners.dropNodeGraphUpdate);
      graph.on("nodeAttributesUpdated", this.activeListeners.updateNodeGraphUpdate);
      graph.on("eachNodeAttributesUpdated", this.activeListeners.eachNodeAttributesUpdatedGraphUpdate);
      graph.on("edgeAdded", this.activeListeners.addEdgeGraphUpdate);
      graph.on("edgeDropped", this.activeListeners.dropEdgeGraphUpdate);
      graph.on("edgeAttributesUpdated", this.activeListeners.updateEdgeGraphUpdate);
      graph.on("eachEdgeAttributesUpdated", this.activeListeners.eachEdgeAttributesUpdatedGraphUpdate);
      graph.on("edgesCleared", this.activeListeners.clearEdgesGraphUpdate);
      graph.on("cleared", this.activeListeners.clearGraphUpdate);
      return this;
    }
    /**
     * Method used to unbind handlers from the graph.
     *
     * @return {undefined}
     */
  }, {
    key: "unbindGraphHandlers",
    value: function unbindGraphHandlers() {
      var graph = this.graph;
      graph.removeListener("nodeAdded", this.activeListeners.addNodeGraphUpdate);
      graph.removeListener("nodeDropped", this.activeListeners.dropNodeGraphUpdate);
      graph.removeListener("nodeAttributesUpdated", this.activeListeners.updateNodeGraphUpdate);
      graph.removeListener("eachNodeAttributesUpdated", this.activeListeners.eachNodeAttributesUpdatedGraphUpdate);
      graph.removeListener("edgeAdded", this.activeListeners.addEdgeGraphUpdate);
      graph.removeListener("edgeDropped", this.activeListeners.dropEdgeGraphUpdate);
      graph.removeListener("edgeAttributesUpdated", this.activeListeners.updateEdgeGraphUpdate);
      graph.removeListener("eachEdgeAttributesUpdated", this.activeListeners.eachEdgeAttributesUpdatedGraphUpdate);
      graph.removeListener("edgesCleared", this.activeListeners.clearEdgesGraphUpdate);
      graph.removeListener("cleared", this.activeListeners.clearGraphUpdate);
    }
    /**
     * Method looking for an edge colliding with a given point at (x, y). Returns
     * the key of the edge if any, or null else.
     */
  }, {
    key: "getEdgeAtPoint",
    value: function getEdgeAtPoint(x2, y3) {
      var color = getPixelColor(this.webGLContexts.edges, this.frameBuffers.edges, x2, y3, this.pixelRatio, this.pickingDownSizingRatio);
      var index = colorToIndex.apply(void 0, _toConsumableArray(color));
      var itemAt = this.itemIDsIndex[index];
      return itemAt && itemAt.type === "edge" ? itemAt.id : null;
    }
    /**
     * Method used to process the whole graph's data.
     *  - extent
     *  - normalizationFunction
     *  - compute node's coordinate
     *  - labelgrid
     *  - program data allocation
     * @return {Sigma}
     */
  }, {
    key: "process",
    value: function process() {
      var _this5 = this;
      this.emit("beforeProcess");
      var graph = this.graph;
      var settings = this.settings;
      var dimensions = this.getDimensions();
      this.nodeExtent = graphExtent(this.graph);
      if (!this.settings.autoRescale) {
        var width = dimensions.width, height = dimensions.height;
        var _this$nodeExtent = this.nodeExtent, x2 = _this$nodeExtent.x, y3 = _this$nodeExtent.y;
        this.nodeExtent = {
          x: [(x2[0] + x2[1]) / 2 - width / 2, (x2[0] + x2[1]) / 2 + width / 2],
          y: [(y3[0] + y3[1]) / 2 - height / 2, (y3[0] + y3[1]) / 2 + height / 2]
        };
      }
      this.normalizationFunction = createNormalizationFunction(this.customBBox || this.nodeExtent);
      var nullCamera = new Camera();
      var nullCameraMatrix = matrixFromCamera(nullCamera.getState(), dimensions, this.getGraphDimensions(), this.getStagePadding());
      this.labelGrid.resizeAndClear(dimensions, settings.labelGridCellSize);
      var nodesPerPrograms = {};
      var nodeIndices = {};
      var edgeIndices = {};
      var itemIDsIndex = {};
      var incrID = 1;
      var nodes = graph.nodes();
      for (var i3 = 0, l3 = nodes.length; i3 < l3; i3++) {
        var node = nodes[i3];
        var data = this.nodeDataCache[node];
        var attrs = graph.getNodeAttributes(node);
        data.x = attrs.x;
        data.y = attrs.y;
        this.normalizationFunction.applyTo(data);
        if (typeof data.label === "string" && !data.hidden) this.labelGrid.add(node, data.size, this.framedGraphToViewport(data, {
          matrix: nullCameraMatrix
        }));
        nodesPerPrograms[data.type] = (nodesPerPrograms[data.type] || 0) + 1;
      }
      this.labelGrid.organize();
      for (var type in this.nodePrograms) {
        if (!hasOwnProperty.call(this.nodePrograms, type)) {
          throw new Error('Sigma: could not find a suitable program for node type "'.concat(type, '"!'));
        }
        this.nodePrograms[type].reallocate(nodesPerPrograms[type] || 0);
        nodesPerPrograms[type] = 0;
      }
      if (this.settings.zIndex && this.nodeZExtent[0] !== this.nodeZExtent[1]) nodes = zIndexOrdering(this.nodeZExtent, function(node2) {
        return _this5.nodeDataCache[node2].zIndex;
      }, nodes);
      for (var _i = 0, _l = nodes.length; _i < _l; _i++) {
        var _node = nodes[_i];
        nodeIndices[_node] = incrID;
        itemIDsIndex[nodeIndices[_node]] = {
          type: "node",
          id: _node
        };
        incrID++;
        var _data = this.nodeDataCache[_node];
        this.addNodeToProgram(_node, nodeIndices[_node], nodesPerPrograms[_data.type]++);
      }
      var edgesPerPrograms = {};
      var edges = graph.edges();
      for (var _i2 = 0, _l2 = edges.length; _i2 < _l2; _i2++) {
        var edge = edges[_i2];
        var _data2 = this.edgeDataCache[edge];
        edgesPerPrograms[_data2.type] = (edgesPerPrograms[_data2.type] || 0) + 1;
      }
      if (this.settings.zIndex && this.edgeZExtent[0] !== this.edgeZExtent[1]) edges = zIndexOrdering(this.edgeZExtent, function(edge2) {
        return _this5.edgeDataCache[edge2].zIndex;
      }, edges);
      for (var _type2 in this.edgePrograms) {
        if (!hasOwnProperty.call(this.edgePrograms, _type2)) {
          throw new Error('Sigma: could not find a suitable program for edge type "'.concat(_type2, '"!'));
        }
        this.edgePrograms[_type2].reallocate(edgesPerPrograms[_type2] || 0);
        edgesPerPrograms[_type2] = 0;
      }
      for (var _i3 = 0, _l3 = edges.length; _i3 < _l3; _i3++) {
        var _edge = edges[_i3];
        edgeIndices[_edge] = incrID;
        itemIDsIndex[edgeIndices[_edge]] = {
          type: "edge",
          id: _edge
        };
        incrID++;
        var _data3 = this.edgeDataCache[_edge];
        this.addEdgeToProgram(_edge, edgeIndices[_edge], edgesPerPrograms[_data3.type]++);
      }
      this.itemIDsIndex = itemIDsIndex;
      this.nodeIndices = nodeIndices;
      this.edgeIndices = edgeIndices;
      this.emit("afterProcess");
      return this;
    }
    /**
     * Method that backports potential settings updates where it's needed.
     * @private
     */
  }, {
    key: "handleSettingsUpdate",
    value: function handleSettingsUpdate(oldSettings) {
      var _this6 = this;
      var settings = this.settings;
      this.camera.minRatio = settings.minCameraRatio;
      this.camera.maxRatio = settings.maxCameraRatio;
      this.camera.enabledZooming = settings.enableCameraZooming;
      this.camera.enabledPanning = settings.enableCameraPanning;
      this.camera.enabledRotation = settings.enableCameraRotation;
      if (settings.cameraPanBoundaries) {
        this.camera.clean = function(state) {
          return _this6.cleanCameraState(state, settings.cameraPanBoundaries && _typeof(settings.cameraPanBoundaries) === "object" ? settings.cameraPanBoundaries : {});
        };
      } else {
        this.camera.clean = null;
      }
      this.camera.setState(this.camera.validateState(this.camera.getState()));
      if (oldSettings) {
        if (oldSettings.edgeProgramClasses !== settings.edgeProgramClasses) {
          for (var type in settings.edgeProgramClasses) {
            if (settings.edgeProgramClasses[type] !== oldSettings.edgeProgramClasses[type]) {
              this.registerEdgeProgram(type, settings.edgeProgramClasses[type]);
            }
          }
          for (var _type3 in oldSettings.edgeProgramClasses) {
            if (!settings.edgeProgramClasses[_type3]) this.unregisterEdgeProgram(_type3);
          }
        }
        if (oldSettings.nodeProgramClasses !== settings.nodeProgramClasses || oldSettings.nodeHoverProgramClasses !== settings.nodeHoverProgramClasses) {
          for (var _type4 in settings.nodeProgramClasses) {
            if (settings.nodeProgramClasses[_type4] !== oldSettings.nodeProgramClasses[_type4] || settings.nodeHoverProgramClasses[_type4] !== oldSettings.nodeHoverProgramClasses[_type4]) {
              this.registerNodeProgram(_type4, settings.nodeProgramClasses[_type4], settings.nodeHoverProgramClasses[_type4]);
            }
          }
          for (var _type5 in oldSettings.nodeProgramClasses) {
            if (!settings.nodeProgramClasses[_type5]) this.unregisterNodeProgram(_type5);
          }
        }
      }
      this.mouseCaptor.setSettings(this.settings);
      this.touchCaptor.setSettings(this.settings);
      return this;
    }
  }, {
    key: "cleanCameraState",
    value: function cleanCameraState(state) {
      var _ref = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {}, _ref$tolerance = _ref.tolerance, tolerance = _ref$tolerance === void 0 ? 0 : _ref$tolerance, boundaries = _ref.boundaries;
      var newState = _objectSpread2({}, state);
      var _ref2 = boundaries || this.nodeExtent, _ref2$x = _slicedToArray(_ref2.x, 2), xMinGraph = _ref2$x[0], xMaxGraph = _ref2$x[1], _ref2$y = _slicedToArray(_ref2.y, 2), yMinGraph = _ref2$y[0], yMaxGraph = _ref2$y[1];
      var corners2 = [this.graphToViewport({
        x: xMinGraph,
        y: yMinGraph
      }, {
        cameraState: state
      }), this.graphToViewport({
        x: xMaxGraph,
        y: yMinGraph
      }, {
        cameraState: state
      }), this.graphToViewport({
        x: xMinGraph,
        y: yMaxGraph
      }, {
        cameraState: state
      }), this.graphToViewport({
        x: xMaxGraph,
        y: yMaxGraph
      }, {
        cameraState: state
      })];
      var xMin = Infinity, xMax = -Infinity, yMin = Infinity, yMax = -Infinity;
      corners2.forEach(function(_ref3) {
        var x2 = _ref3.x, y3 = _ref3.y;
        xMin = Math.min(xMin, x2);
        xMax = Math.max(xMax, x2);
        yMin = Math.min(yMin, y3);
        yMax = Math.max(yMax, y3);
      });
      var graphWidth = xMax - xMin;
      var graphHeight = yMax - yMin;
      var _this$getDimensions = this.getDimensions(), width = _this$getDimensions.width, height = _this$getDimensions.height;
      var dx = 0;
      var dy = 0;
      if (graphWidth >= width) {
        if (xMax < width - tolerance) dx = xMax - (width - tolerance);
        else if (xMin > tolerance) dx = xMin - tolerance;
      } else {
        if (xMax > width + tolerance) dx = xMax - (width + tolerance);
        else if (xMin < -tolerance) dx = xMin + tolerance;
      }
      if (graphHeight >= height) {
        if (yMax < height - tolerance) dy = yMax - (height - tolerance);
        else if (yMin > tolerance) dy = yMin - tolerance;
      } else {
        if (yMax > height + tolerance) dy = yMax - (height + tolerance);
        else if (yMin < -tolerance) dy = yMin + tolerance;
      }
      if (dx || dy) {
        var origin = this.viewportToFramedGraph({
          x: 0,
          y: 0
        }, {
          cameraState: state
        });
        var delta = this.viewportToFramedGraph({
          x: dx,
          y: dy
        }, {
          cameraState: state
        });
        dx = delta.x - origin.x;
        dy = delta.y - origin.y;
        newState.x += dx;
        newState.y += dy;
      }
      return newState;
    }
    /**
     * Method used to render labels.
     *
     * @return {Sigma}
     */
  }, {
    key: "renderLabels",
    value: function renderLabels() {
      if (!this.settings.renderLabels) return this;
      var cameraState = this.camera.getState();
      var labelsToDisplay = this.labelGrid.getLabelsToDisplay(cameraState.ratio, this.settings.labelDensity);
      extend(labelsToDisplay, this.nodesWithForcedLabels);
      this.displayedNodeLabels = /* @__PURE__ */ new Set();
      var context = this.canvasContexts.labels;
      for (var i3 = 0, l3 = labelsToDisplay.length; i3 < l3; i3++) {
        var node = labelsToDisplay[i3];
        var data = this.nodeDataCache[node];
        if (this.displayedNodeLabels.has(node)) continue;
        if (data.hidden) continue;
        var _this$framedGraphToVi = this.framedGraphToViewport(data), x2 = _this$framedGraphToVi.x, y3 = _this$framedGraphToVi.y;
        var size2 = this.scaleSize(data.size);
        if (!data.forceLabel && size2 < this.settings.labelRenderedSizeThreshold) continue;
        if (x2 < -X_LABEL_MARGIN || x2 > this.width + X_LABEL_MARGIN || y3 < -Y_LABEL_MARGIN || y3 > this.height + Y_LABEL_MARGIN) continue;
        this.displayedNodeLabels.add(node);
        var defaultDrawNodeLabel = this.settings.defaultDrawNodeLabel;
        var nodeProgram = this.nodePrograms[data.type];
        var drawLabel = (nodeProgram === null || nodeProgram === void 0 ? void 0 : nodeProgram.drawLabel) || defaultDrawNodeLabel;
        drawLabel(context, _objectSpread2(_objectSpread2({
          key: node
        }, data), {}, {
          size: size2,
          x: x2,
          y: y3
        }), this.settings);
      }
      return this;
    }
    /**
     * Method used to render edge labels, based on which node labels were
     * rendered.
     *
     * @return {Sigma}
     */
  }, {
    key: "renderEdgeLabels",
    value: function renderEdgeLabels() {
      if (!this.settings.renderEdgeLabels) return this;
      var context = this.canvasContexts.edgeLabels;
      context.clearRect(0, 0, this.width, this.height);
      var edgeLabelsToDisplay = edgeLabelsToDisplayFromNodes({
        graph: this.graph,
        hoveredNode: this.hoveredNode,
        displayedNodeLabels: this.displayedNodeLabels,
        highlightedNodes: this.highlightedNodes
      });
      extend(edgeLabelsToDisplay, this.edgesWithForcedLabels);
      var displayedLabels = /* @__PURE__ */ new Set();
      for (var i3 = 0, l3 = edgeLabelsToDisplay.length; i3 < l3; i3++) {
        var edge = edgeLabelsToDisplay[i3], extremities = this.graph.extremities(edge), sourceData = this.nodeDataCache[extremities[0]], targetData = this.nodeDataCache[extremities[1]], edgeData = this.edgeDataCache[edge];
        if (displayedLabels.has(edge)) continue;
        if (edgeData.hidden || sourceData.hidden || targetData.hidden) {
          continue;
        }
        var defaultDrawEdgeLabel = this.settings.defaultDrawEdgeLabel;
        var edgeProgram = this.edgePrograms[edgeData.type];
        var drawLabel = (edgeProgram === null || edgeProgram === void 0 ? void 0 : edgeProgram.drawLabel) || defaultDrawEdgeLabel;
        drawLabel(context, _objectSpread2(_objectSpread2({
          key: edge
        }, edgeData), {}, {
          size: this.scaleSize(edgeData.size)
        }), _objectSpread2(_objectSpread2(_objectSpread2({
          key: extremities[0]
        }, sourceData), this.framedGraphToViewport(sourceData)), {}, {
          size: this.scaleSize(sourceData.size)
        }), _objectSpread2(_objectSpread2(_objectSpread2({
          key: extremities[1]
        }, targetData), this.framedGraphToViewport(targetData)), {}, {
          size: this.scaleSize(targetData.size)
        }), this.settings);
        displayedLabels.add(edge);
      }
      this.displayedEdgeLabels = displayedLabels;
      return this;
    }
    /**
     * Method used to render the highlighted nodes.
     *
     * @return {Sigma}
     */
  }, {
    key: "renderHighlightedNodes",
    value: function renderHighlightedNodes() {
      var _this7 = this;
      var context = this.canvasContexts.hovers;
      context.clearRect(0, 0, this.width, this.height);
      var render = function render2(node) {
        var data = _this7.nodeDataCache[node];
        var _this7$framedGraphToV = _this7.framedGraphToViewport(data), x2 = _this7$framedGraphToV.x, y3 = _this7$framedGraphToV.y;
        var size2 = _this7.scaleSize(data.size);
        var defaultDrawNodeHover = _this7.settings.defaultDrawNodeHover;
        var nodeProgram = _this7.nodePrograms[data.type];
        var drawHover = (nodeProgram === null || nodeProgram === void 0 ? void 0 : nodeProgram.drawHover) || defaultDrawNodeHover;
        drawHover(context, _objectSpread2(_objectSpread2({
          key: node
        }, data), {}, {
          size: size2,
          x: x2,
          y: y3
        }), _this7.settings);
      };
      var nodesToRender = [];
      if (this.hoveredNode && !this.nodeDataCache[this.hoveredNode].hidden) {
        nodesToRender.push(this.hoveredNode);
      }
      this.highlightedNodes.forEach(function(node) {
        if (node !== _this7.hoveredNode) nodesToRender.push(node);
      });
      nodesToRender.forEach(function(node) {
        return render(node);
      });
      var nodesPerPrograms = {};
      nodesToRender.forEach(function(node) {
        var type2 = _this7.nodeDataCache[node].type;
        nodesPerPrograms[type2] = (nodesPerPrograms[type2] || 0) + 1;
      });
      for (var type in this.nodeHoverPrograms) {
        this.nodeHoverPrograms[type].reallocate(nodesPerPrograms[type] || 0);
        nodesPerPrograms[type] = 0;
      }
      nodesToRender.forEach(function(node) {
        var data = _this7.nodeDataCache[node];
        _this7.nodeHoverPrograms[data.type].process(0, nodesPerPrograms[data.type]++, data);
      });
      this.webGLContexts.hoverNodes.clear(this.webGLContexts.hoverNodes.COLOR_BUFFER_BIT);
      var renderParams = this.getRenderParams();
      for (var _type6 in this.nodeHoverPrograms) {
        var program = this.nodeHoverPrograms[_type6];
        program.render(renderParams);
      }
    }
    /**
     * Method used to schedule a hover render.
     *
     */
  }, {
    key: "scheduleHighlightedNodesRender",
    value: function scheduleHighlightedNodesRender() {
      var _this8 = this;
      if (this.renderHighlightedNodesFrame || this.renderFrame) return;
      this.renderHighlightedNodesFrame = requestAnimationFrame(function() {
        _this8.renderHighlightedNodesFrame = null;
        _this8.renderHighlightedNodes();
        _this8.renderEdgeLabels();
      });
    }
    /**
     * Method used to render.
     *
     * @return {Sigma}
     */
  }, {
    key: "render",
    value: function render() {
      var _this9 = this;
      this.emit("beforeRender");
      var exitRender = function exitRender2() {
        _this9.emit("afterRender");
        return _this9;
      };
      if (this.renderFrame) {
        cancelAnimationFrame(this.renderFrame);
        this.renderFrame = null;
      }
      this.resize();
      if (this.needToProcess) this.process();
      this.needToProcess = false;
      this.clear();
      this.pickingLayers.forEach(function(layer) {
        return _this9.resetWebGLTexture(layer);
      });
      if (!this.graph.order) return exitRender();
      var mouseCaptor = this.mouseCaptor;
      var moving = this.camera.isAnimated() || mouseCaptor.isMoving || mouseCaptor.draggedEvents || mouseCaptor.currentWheelDirection;
      var cameraState = this.camera.getState();
      var viewportDimensions = this.getDimensions();
      var graphDimensions = this.getGraphDimensions();
      var padding = this.getStagePadding();
      this.matrix = matrixFromCamera(cameraState, viewportDimensions, graphDimensions, padding);
      this.invMatrix = matrixFromCamera(cameraState, viewportDimensions, graphDimensions, padding, true);
      this.correctionRatio = getMatrixImpact(this.matrix, cameraState, viewportDimensions);
      this.graphToViewportRatio = this.getGraphToViewportRatio();
      var params = this.getRenderParams();
      for (var type in this.nodePrograms) {
        var program = this.nodePrograms[type];
        program.render(params);
      }
      if (!this.settings.hideEdgesOnMove || !moving) {
        for (var _type7 in this.edgePrograms) {
          var _program2 = this.edgePrograms[_type7];
          _program2.render(params);
        }
      }
      if (this.settings.hideLabelsOnMove && moving) return exitRender();
      this.renderLabels();
      this.renderEdgeLabels();
      this.renderHighlightedNodes();
      return exitRender();
    }
    /**
     * Add a node in the internal data structures.
     * @private
     * @param key The node's graphology ID
     */
  }, {
    key: "addNode",
    value: function addNode2(key) {
      var attr = Object.assign({}, this.graph.getNodeAttributes(key));
      if (this.settings.nodeReducer) attr = this.settings.nodeReducer(key, attr);
      var data = applyNodeDefaults(this.settings, key, attr);
      this.nodeDataCache[key] = data;
      this.nodesWithForcedLabels["delete"](key);
      if (data.forceLabel && !data.hidden) this.nodesWithForcedLabels.add(key);
      this.highlightedNodes["delete"](key);
      if (data.highlighted && !data.hidden) this.highlightedNodes.add(key);
      if (this.settings.zIndex) {
        if (data.zIndex < this.nodeZExtent[0]) this.nodeZExtent[0] = data.zIndex;
        if (data.zIndex > this.nodeZExtent[1]) this.nodeZExtent[1] = data.zIndex;
      }
    }
    /**
     * Update a node the internal data structures.
     * @private
     * @param key The node's graphology ID
     */
  }, {
    key: "updateNode",
    value: function updateNode(key) {
      this.addNode(key);
      var data = this.nodeDataCache[key];
      this.normalizationFunction.applyTo(data);
    }
    /**
     * Remove a node from the internal data structures.
     * @private
     * @param key The node's graphology ID
     */
  }, {
    key: "removeNode",
    value: function removeNode(key) {
      delete this.nodeDataCache[key];
      delete this.nodeProgramIndex[key];
      this.highlightedNodes["delete"](key);
      if (this.hoveredNode === key) this.hoveredNode = null;
      this.nodesWithForcedLabels["delete"](key);
    }
    /**
     * Add an edge into the internal data structures.
     * @private
     * @param key The edge's graphology ID
     */
  }, {
    key: "addEdge",
    value: function addEdge2(key) {
      var attr = Object.assign({}, this.graph.getEdgeAttributes(key));
      if (this.settings.edgeReducer) attr = this.settings.edgeReducer(key, attr);
      var data = applyEdgeDefaults(this.settings, key, attr);
      this.edgeDataCache[key] = data;
      this.edgesWithForcedLabels["delete"](key);
      if (data.forceLabel && !data.hidden) this.edgesWithForcedLabels.add(key);
      if (this.settings.zIndex) {
        if (data.zIndex < this.edgeZExtent[0]) this.edgeZExtent[0] = data.zIndex;
        if (data.zIndex > this.edgeZExtent[1]) this.edgeZExtent[1] = data.zIndex;
      }
    }
    /**
     * Update an edge in the internal data structures.
     * @private
     * @param key The edge's graphology ID
     */
  }, {
    key: "updateEdge",
    value: function updateEdge(key) {
      this.addEdge(key);
    }
    /**
     * Remove an edge from the internal data structures.
     * @private
     * @param key The edge's graphology ID
     */
  }, {
    key: "removeEdge",
    value: function removeEdge(key) {
      delete this.edgeDataCache[key];
      delete this.edgeProgramIndex[key];
      if (this.hoveredEdge === key) this.hoveredEdge = null;
      this.edgesWithForcedLabels["delete"](key);
    }
    /**
     * Clear all indices related to nodes.
     * @private
     */
  }, {
    key: "clearNodeIndices",
    value: function clearNodeIndices() {
      this.labelGrid = new LabelGrid();
      this.nodeExtent = {
        x: [0, 1],
        y: [0, 1]
      };
      this.nodeDataCache = {};
      this.edgeProgramIndex = {};
      this.nodesWithForcedLabels = /* @__PURE__ */ new Set();
      this.nodeZExtent = [Infinity, -Infinity];
      this.highlightedNodes = /* @__PURE__ */ new Set();
    }
    /**
     * Clear all indices related to edges.
     * @private
     */
  }, {
    key: "clearEdgeIndices",
    value: function clearEdgeIndices() {
      this.edgeDataCache = {};
      this.edgeProgramIndex = {};
      this.edgesWithForcedLabels = /* @__PURE__ */ new Set();
      this.edgeZExtent = [Infinity, -Infinity];
    }
    /**
     * Clear all indices.
     * @private
     */
  }, {
    key: "clearIndices",
    value: function clearIndices() {
      this.clearEdgeIndices();
      this.clearNodeIndices();
    }
    /**
     * Clear all graph state related to nodes.
     * @private
     */
  }, {
    key: "clearNodeState",
    value: function clearNodeState() {
      this.displayedNodeLabels = /* @__PURE__ */ new Set();
      this.highlightedNodes = /* @__PURE__ */ new Set();
      this.hoveredNode = null;
    }
    /**
     * Clear all graph state related to edges.
     * @private
     */
  }, {
    key: "clearEdgeState",
    value: function clearEdgeState() {
      this.displayedEdgeLabels = /* @__PURE__ */ new Set();
      this.highlightedNodes = /* @__PURE__ */ new Set();
      this.hoveredEdge = null;
    }
    /**
     * Clear all graph state.
     * @private
     */
  }, {
    key: "clearState",
    value: function clearState() {
      this.clearEdgeState();
      this.clearNodeState();
    }
    /**
     * Add the node data to its program.
     * @private
     * @param node The node's graphology ID
     * @param fingerprint A fingerprint used to identity the node with picking
     * @param position The index where to place the node in the program
     */
  }, {
    key: "addNodeToProgram",
    value: function addNodeToProgram(node, fingerprint, position) {
      var data = this.nodeDataCache[node];
      var nodeProgram = this.nodePrograms[data.type];
      if (!nodeProgram) throw new Error('Sigma: could not find a suitable program for node type "'.concat(data.type, '"!'));
      nodeProgram.process(fingerprint, position, data);
      this.nodeProgramIndex[node] = position;
    }
    /**
     * Add the edge data to its program.
     * @private
     * @param edge The edge's graphology ID
     * @param fingerprint A fingerprint used to identity the edge with picking
     * @param position The index where to place the edge in the program
     */
  }, {
    key: "addEdgeToProgram",
    value: function addEdgeToProgram(edge, fingerprint, position) {
      var data = this.edgeDataCache[edge];
      var edgeProgram = this.edgePrograms[data.type];
      if (!edgeProgram) throw new Error('Sigma: could not find a suitable program for edge type "'.concat(data.type, '"!'));
      var extremities = this.graph.extremities(edge), sourceData = this.nodeDataCache[extremities[0]], targetData = this.nodeDataCache[extremities[1]];
      edgeProgram.process(fingerprint, position, sourceData, targetData, data);
      this.edgeProgramIndex[edge] = position;
    }
    /**---------------------------------------------------------------------------
     * Public API.
     **---------------------------------------------------------------------------
     */
    /**
     * Function used to get the render params.
     *
     * @return {RenderParams}
     */
  }, {
    key: "getRenderParams",
    value: function getRenderParams() {
      return {
        matrix: this.matrix,
        invMatrix: this.invMatrix,
        width: this.width,
        height: this.height,
        pixelRatio: this.pixelRatio,
        zoomRatio: this.camera.ratio,
        cameraAngle: this.camera.angle,
        sizeRatio: 1 / this.scaleSize(),
        correctionRatio: this.correctionRatio,
        downSizingRatio: this.pickingDownSizingRatio,
        minEdgeThickness: this.settings.minEdgeThickness,
        antiAliasingFeather: this.settings.antiAliasingFeather
      };
    }
    /**
     * Function used to retrieve the actual stage padding value.
     *
     * @return {number}
     */
  }, {
    key: "getStagePadding",
    value: function getStagePadding() {
      var _this$settings = this.settings, stagePadding = _this$settings.stagePadding, autoRescale = _this$settings.autoRescale;
      return autoRescale ? stagePadding || 0 : 0;
    }
    /**
     * Function used to create a layer element.
     *
     * @param {string} id - Context's id.
     * @param {string} tag - The HTML tag to use.
     * @param options
     * @return {Sigma}
     */
  }, {
    key: "createLayer",
    value: function createLayer(id, tag) {
      var options = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : {};
      if (this.elements[id]) throw new Error('Sigma: a layer named "'.concat(id, '" already exists'));
      var element = createElement(tag, {
        position: "absolute"
      }, {
        "class": "sigma-".concat(id)
      });
      if (options.style) Object.assign(element.style, options.style);
      this.elements[id] = element;
      if ("beforeLayer" in options && options.beforeLayer) {
        this.elements[options.beforeLayer].before(element);
      } else if ("afterLayer" in options && options.afterLayer) {
        this.elements[options.afterLayer].after(element);
      } else {
        this.container.appendChild(element);
      }
      return element;
    }
    /**
     * Function used to create a canvas element.
     *
     * @param {string} id - Context's id.
     * @param options
     * @return {Sigma}
     */
  }, {
    key: "createCanvas",
    value: function createCanvas(id) {
      var options = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
      return this.createLayer(id, "canvas", options);
    }
    /**
     * Function used to create a canvas context and add the relevant DOM elements.
     *
     * @param  {string} id - Context's id.
     * @param  options
     * @return {Sigma}
     */
  }, {
    key: "createCanvasContext",
    value: function createCanvasContext(id) {
      var options = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
      var canvas = this.createCanvas(id, options);
      var contextOptions = {
        preserveDrawingBuffer: false,
        antialias: false
      };
      this.canvasContexts[id] = canvas.getContext("2d", contextOptions);
      return this;
    }
    /**
     * Function used to create a WebGL context and add the relevant DOM
     * elements.
     *
     * @param  {string}  id      - Context's id.
     * @param  {object?} options - #getContext params to override (optional)
     * @return {WebGLRenderingContext}
     */
  }, {
    key: "createWebGLContext",
    value: function createWebGLContext(id) {
      var options = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
      var canvas = (options === null || options === void 0 ? void 0 : options.canvas) || this.createCanvas(id, options);
      if (options.hidden) canvas.remove();
      var contextOptions = _objectSpread2({
        preserveDrawingBuffer: false,
        antialias: false
      }, options);
      var context;
      context = canvas.getContext("webgl2", contextOptions);
      if (!context) context = canvas.getContext("webgl", contextOptions);
      if (!context) context = canvas.getContext("experimental-webgl", contextOptions);
      var gl = context;
      this.webGLContexts[id] = gl;
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      if (options.picking) {
        this.pickingLayers.add(id);
        var newFrameBuffer = gl.createFramebuffer();
        if (!newFrameBuffer) throw new Error("Sigma: cannot create a new frame buffer for layer ".concat(id));
        this.frameBuffers[id] = newFrameBuffer;
      }
      return gl;
    }
    /**
     * Function used to properly kill a layer.
     *
     * @param  {string} id - Layer id.
     * @return {Sigma}
     */
  }, {
    key: "killLayer",
    value: function killLayer(id) {
      var element = this.elements[id];
      if (!element) throw new Error("Sigma: cannot kill layer ".concat(id, ", which does not exist"));
      if (this.webGLContexts[id]) {
        var _gl$getExtension;
        var gl = this.webGLContexts[id];
        (_gl$getExtension = gl.getExtension("WEBGL_lose_context")) === null || _gl$getExtension === void 0 || _gl$getExtension.loseContext();
        delete this.webGLContexts[id];
      } else if (this.canvasContexts[id]) {
        delete this.canvasContexts[id];
      }
      element.remove();
      delete this.elements[id];
      return this;
    }
    /**
     * Method returning the renderer's camera.
     *
     * @return {Camera}
     */
  }, {
    key: "getCamera",
    value: function getCamera() {
      return this.camera;
    }
    /**
     * Method setting the renderer's camera.
     *
     * @param  {Camera} camera - New camera.
     * @return {Sigma}
     */
  }, {
    key: "setCamera",
    value: function setCamera(camera) {
      this.unbindCameraHandlers();
      this.camera = camera;
      this.bindCameraHandlers();
    }
    /**
     * Method returning the container DOM element.
     *
     * @return {HTMLElement}
     */
  }, {
    key: "getContainer",
    value: function getContainer() {
      return this.container;
    }
    /**
     * Method returning the renderer's graph.
     *
     * @return {Graph}
     */
  }, {
    key: "getGraph",
    value: function getGraph() {
      return this.graph;
    }
    /**
     * Method used to set the renderer's graph.
     *
     * @return {Graph}
     */
  }, {
    key: "setGraph",
    value: function setGraph(graph) {
      if (graph === this.graph) return;
      if (this.hoveredNode && !graph.hasNode(this.hoveredNode)) this.hoveredNode = null;
      if (this.hoveredEdge && !graph.hasEdge(this.hoveredEdge)) this.hoveredEdge = null;
      this.unbindGraphHandlers();
      if (this.checkEdgesEventsFrame !== null) {
        cancelAnimationFrame(this.checkEdgesEventsFrame);
        this.checkEdgesEventsFrame = null;
      }
      this.graph = graph;
      this.bindGraphHandlers();
      this.refresh();
    }
    /**
     * Method returning the mouse captor.
     *
     * @return {MouseCaptor}
     */
  }, {
    key: "getMouseCaptor",
    value: function getMouseCaptor() {
      return this.mouseCaptor;
    }
    /**
     * Method returning the touch captor.
     *
     * @return {TouchCaptor}
     */
  }, {
    key: "getTouchCaptor",
    value: function getTouchCaptor() {
      return this.touchCaptor;
    }
    /**
     * Method returning the current renderer's dimensions.
     *
     * @return {Dimensions}
     */
  }, {
    key: "getDimensions",
    value: function getDimensions() {
      return {
        width: this.width,
        height: this.height
      };
    }
    /**
     * Method returning the current graph's dimensions.
     *
     * @return {Dimensions}
     */
  }, {
    key: "getGraphDimensions",
    value: function getGraphDimensions() {
      var extent = this.customBBox || this.nodeExtent;
      return {
        width: extent.x[1] - extent.x[0] || 1,
        height: extent.y[1] - extent.y[0] || 1
      };
    }
    /**
     * Method used to get all the sigma node attributes.
     * It's useful for example to get the position of a node
     * and to get values that are set by the nodeReducer
     *
     * @param  {string} key - The node's key.
     * @return {NodeDisplayData | undefined} A copy of the desired node's attribute or undefined if not found
     */
  }, {
    key: "getNodeDisplayData",
    value: function getNodeDisplayData(key) {
      var node = this.nodeDataCache[key];
      return node ? Object.assign({}, node) : void 0;
    }
    /**
     * Method used to get all the sigma edge attributes.
     * It's useful for example to get values that are set by the edgeReducer.
     *
     * @param  {string} key - The edge's key.
     * @return {EdgeDisplayData | undefined} A copy of the desired edge's attribute or undefined if not found
     */
  }, {
    key: "getEdgeDisplayData",
    value: function getEdgeDisplayData(key) {
      var edge = this.edgeDataCache[key];
      return edge ? Object.assign({}, edge) : void 0;
    }
    /**
     * Method used to get the set of currently displayed node labels.
     *
     * @return {Set<string>} A set of node keys whose label is displayed.
     */
  }, {
    key: "getNodeDisplayedLabels",
    value: function getNodeDisplayedLabels() {
      return new Set(this.displayedNodeLabels);
    }
    /**
     * Method used to get the set of currently displayed edge labels.
     *
     * @return {Set<string>} A set of edge keys whose label is displayed.
     */
  }, {
    key: "getEdgeDisplayedLabels",
    value: function getEdgeDisplayedLabels() {
      return new Set(this.displayedEdgeLabels);
    }
    /**
     * Method returning a copy of the settings collection.
     *
     * @return {Settings} A copy of the settings collection.
     */
  }, {
    key: "getSettings",
    value: function getSettings() {
      return _objectSpread2({}, this.settings);
    }
    /**
     * Method returning the current value for a given setting key.
     *
     * @param  {string} key - The setting key to get.
     * @return {any} The value attached to this setting key or undefined if not found
     */
  }, {
    key: "getSetting",
    value: function getSetting(key) {
      return this.settings[key];
    }
    /**
     * Method setting the value of a given setting key. Note that this will schedule
     * a new render next frame.
     *
     * @param  {string} key - The setting key to set.
     * @param  {any}    value - The value to set.
     * @return {Sigma}
     */
  }, {
    key: "setSetting",
    value: function setSetting(key, value) {
      var oldValues = _objectSpread2({}, this.settings);
      this.settings[key] = value;
      validateSettings(this.settings);
      this.handleSettingsUpdate(oldValues);
      this.scheduleRefresh();
      return this;
    }
    /**
     * Method updating the value of a given setting key using the provided function.
     * Note that this will schedule a new render next frame.
     *
     * @param  {string}   key     - The setting key to set.
     * @param  {function} updater - The update function.
     * @return {Sigma}
     */
  }, {
    key: "updateSetting",
    value: function updateSetting(key, updater) {
      this.setSetting(key, updater(this.settings[key]));
      return this;
    }
    /**
     * Method setting multiple settings at once.
     *
     * @param  {Partial<Settings>} settings - The settings to set.
     * @return {Sigma}
     */
  }, {
    key: "setSettings",
    value: function setSettings(settings) {
      var oldValues = _objectSpread2({}, this.settings);
      this.settings = _objectSpread2(_objectSpread2({}, this.settings), settings);
      validateSettings(this.settings);
      this.handleSettingsUpdate(oldValues);
      this.scheduleRefresh();
      return this;
    }
    /**
     * Method used to resize the renderer.
     *
     * @param  {boolean} force - If true, then resize is processed even if size is unchanged (optional).
     * @return {Sigma}
     */
  }, {
    key: "resize",
    value: function resize(force) {
      var previousWidth = this.width, previousHeight = this.height;
      this.width = this.container.offsetWidth;
      this.height = this.container.offsetHeight;
      this.pixelRatio = getPixelRatio();
      if (this.width === 0) {
        if (this.settings.allowInvalidContainer) this.width = 1;
        else throw new Error("Sigma: Container has no width. You can set the allowInvalidContainer setting to true to stop seeing this error.");
      }
      if (this.height === 0) {
        if (this.settings.allowInvalidContainer) this.height = 1;
        else throw new Error("Sigma: Container has no height. You can set the allowInvalidContainer setting to true to stop seeing this error.");
      }
      if (!force && previousWidth === this.width && previousHeight === this.height) return this;
      for (var id in this.elements) {
        var element = this.elements[id];
        element.style.width = this.width + "px";
        element.style.height = this.height + "px";
      }
      for (var _id in this.canvasContexts) {
        this.elements[_id].setAttribute("width", this.width * this.pixelRatio + "px");
        this.elements[_id].setAttribute("height", this.height * this.pixelRatio + "px");
        if (this.pixelRatio !== 1) this.canvasContexts[_id].scale(this.pixelRatio, this.pixelRatio);
      }
      for (var _id2 in this.webGLContexts) {
        this.elements[_id2].setAttribute("width", this.width * this.pixelRatio + "px");
        this.elements[_id2].setAttribute("height", this.height * this.pixelRatio + "px");
        var gl = this.webGLContexts[_id2];
        gl.viewport(0, 0, this.width * this.pixelRatio, this.height * this.pixelRatio);
        if (this.pickingLayers.has(_id2)) {
          var currentTexture = this.textures[_id2];
          if (currentTexture) gl.deleteTexture(currentTexture);
        }
      }
      this.emit("resize");
      return this;
    }
    /**
     * Method used to clear all the canvases.
     *
     * @return {Sigma}
     */
  }, {
    key: "clear",
    value: function clear() {
      this.emit("beforeClear");
      this.webGLContexts.nodes.bindFramebuffer(WebGLRenderingContext.FRAMEBUFFER, null);
      this.webGLContexts.nodes.clear(WebGLRenderingContext.COLOR_BUFFER_BIT);
      this.webGLContexts.edges.bindFramebuffer(WebGLRenderingContext.FRAMEBUFFER, null);
      this.webGLContexts.edges.clear(WebGLRenderingContext.COLOR_BUFFER_BIT);
      this.webGLContexts.hoverNodes.clear(WebGLRenderingContext.COLOR_BUFFER_BIT);
      this.canvasContexts.labels.clearRect(0, 0, this.width, this.height);
      this.canvasContexts.hovers.clearRect(0, 0, this.width, this.height);
      this.canvasContexts.edgeLabels.clearRect(0, 0, this.width, this.height);
      this.emit("afterClear");
      return this;
    }
    /**
     * Method used to refresh, i.e. force the renderer to reprocess graph
     * data and render, but keep the state.
     * - if a partialGraph is provided, we only reprocess those nodes & edges.
     * - if schedule is TRUE, we schedule a render instead of sync render
     * - if skipIndexation is TRUE, then labelGrid & program indexation are skipped (can be used if you haven't modify x, y, zIndex & size)
     *
     * @return {Sigma}
     */
  }, {
    key: "refresh",
    value: function refresh(opts) {
      var _this10 = this;
      var skipIndexation = (opts === null || opts === void 0 ? void 0 : opts.skipIndexation) !== void 0 ? opts === null || opts === void 0 ? void 0 : opts.skipIndexation : false;
      var schedule = (opts === null || opts === void 0 ? void 0 : opts.schedule) !== void 0 ? opts.schedule : false;
      var fullRefresh = !opts || !opts.partialGraph;
      if (fullRefresh) {
        this.clearEdgeIndices();
        this.clearNodeIndices();
        this.graph.forEachNode(function(node2) {
          return _this10.addNode(node2);
        });
        this.graph.forEachEdge(function(edge2) {
          return _this10.addEdge(edge2);
        });
      } else {
        var _opts$partialGraph, _opts$partialGraph2;
        var nodes = ((_opts$partialGraph = opts.partialGraph) === null || _opts$partialGraph === void 0 ? void 0 : _opts$partialGraph.nodes) || [];
        for (var i3 = 0, l3 = (nodes === null || nodes === void 0 ? void 0 : nodes.length) || 0; i3 < l3; i3++) {
          var node = nodes[i3];
          this.updateNode(node);
          if (skipIndexation) {
            var programIndex = this.nodeProgramIndex[node];
            if (programIndex === void 0) throw new Error('Sigma: node "'.concat(node, `" can't be repaint`));
            this.addNodeToProgram(node, this.nodeIndices[node], programIndex);
          }
        }
        var edges = (opts === null || opts === void 0 || (_opts$partialGraph2 = opts.partialGraph) === null || _opts$partialGraph2 === void 0 ? void 0 : _opts$partialGraph2.edges) || [];
        for (var _i4 = 0, _l4 = edges.length; _i4 < _l4; _i4++) {
          var edge = edges[_i4];
          this.updateEdge(edge);
          if (skipIndexation) {
            var _programIndex = this.edgeProgramIndex[edge];
            if (_programIndex === void 0) throw new Error('Sigma: edge "'.concat(edge, `" can't be repaint`));
            this.addEdgeToProgram(edge, this.edgeIndices[edge], _programIndex);
          }
        }
      }
      if (fullRefresh || !skipIndexation) this.needToProcess = true;
      if (schedule) this.scheduleRender();
      else this.render();
      return this;
    }
    /**
     * Method used to schedule a render at the next available frame.
     * This method can be safely called on a same frame because it basically
     * debounces refresh to the next frame.
     *
     * @return {Sigma}
     */
  }, {
    key: "scheduleRender",
    value: function scheduleRender() {
      var _this11 = this;
      if (!this.renderFrame) {
        this.renderFrame = requestAnimationFrame(function() {
          _this11.render();
        });
      }
      return this;
    }
    /**
     * Method used to schedule a refresh (i.e. fully reprocess graph data and render)
     * at the next available frame.
     * This method can be safely called on a same frame because it basically
     * debounces refresh to the next frame.
     *
     * @return {Sigma}
     */
  }, {
    key: "scheduleRefresh",
    value: function scheduleRefresh(opts) {
      return this.refresh(_objectSpread2(_objectSpread2({}, opts), {}, {
        schedule: true
      }));
    }
    /**
     * Method used to (un)zoom, while preserving the position of a viewport point.
     * Used for instance to zoom "on the mouse cursor".
     *
     * @param viewportTarget
     * @param newRatio
     * @return {CameraState}
     */
  }, {
    key: "getViewportZoomedState",
    value: function getViewportZoomedState(viewportTarget, newRatio) {
      var _this$camera$getState = this.camera.getState(), ratio = _this$camera$getState.ratio, angle = _this$camera$getState.angle, x2 = _this$camera$getState.x, y3 = _this$camera$getState.y;
      var _this$settings2 = this.settings, minCameraRatio = _this$settings2.minCameraRatio, maxCameraRatio = _this$settings2.maxCameraRatio;
      if (typeof maxCameraRatio === "number") newRatio = Math.min(newRatio, maxCameraRatio);
      if (typeof minCameraRatio === "number") newRatio = Math.max(newRatio, minCameraRatio);
      var ratioDiff = newRatio / ratio;
      var center = {
        x: this.width / 2,
        y: this.height / 2
      };
      var graphMousePosition = this.viewportToFramedGraph(viewportTarget);
      var graphCenterPosition = this.viewportToFramedGraph(center);
      return {
        angle,
        x: (graphMousePosition.x - graphCenterPosition.x) * (1 - ratioDiff) + x2,
        y: (graphMousePosition.y - graphCenterPosition.y) * (1 - ratioDiff) + y3,
        ratio: newRatio
      };
    }
    /**
     * Method returning the abstract rectangle containing the graph according
     * to the camera's state.
     *
     * @return {object} - The view's rectangle.
     */
  }, {
    key: "viewRectangle",
    value: function viewRectangle() {
      var p1 = this.viewportToFramedGraph({
        x: 0,
        y: 0
      }), p22 = this.viewportToFramedGraph({
        x: this.width,
        y: 0
      }), h3 = this.viewportToFramedGraph({
        x: 0,
        y: this.height
      });
      return {
        x1: p1.x,
        y1: p1.y,
        x2: p22.x,
        y2: p22.y,
        height: p22.y - h3.y
      };
    }
    /**
     * Method returning the coordinates of a point from the framed graph system to the viewport system. It allows
     * overriding anything that is used to get the translation matrix, or even the matrix itself.
     *
     * Be careful if overriding dimensions, padding or cameraState, as the computation of the matrix is not the lightest
     * of computations.
     */
  }, {
    key: "framedGraphToViewport",
    value: function framedGraphToViewport(coordinates) {
      var override = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
      var recomputeMatrix = !!override.cameraState || !!override.viewportDimensions || !!override.graphDimensions;
      var matrix = override.matrix ? override.matrix : recomputeMatrix ? matrixFromCamera(override.cameraState || this.camera.getState(), override.viewportDimensions || this.getDimensions(), override.graphDimensions || this.getGraphDimensions(), override.padding || this.getStagePadding()) : this.matrix;
      var viewportPos = multiplyVec2(matrix, coordinates);
      return {
        x: (1 + viewportPos.x) * this.width / 2,
        y: (1 - viewportPos.y) * this.height / 2
      };
    }
    /**
     * Method returning the coordinates of a point from the viewport system to the framed graph system. It allows
     * overriding anything that is used to get the translation matrix, or even the matrix itself.
     *
     * Be careful if overriding dimensions, padding or cameraState, as the computation of the matrix is not the lightest
     * of computations.
     */
  }, {
    key: "viewportToFramedGraph",
    value: function viewportToFramedGraph(coordinates) {
      var override = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
      var recomputeMatrix = !!override.cameraState || !!override.viewportDimensions || !override.graphDimensions;
      var invMatrix = override.matrix ? override.matrix : recomputeMatrix ? matrixFromCamera(override.cameraState || this.camera.getState(), override.viewportDimensions || this.getDimensions(), override.graphDimensions || this.getGraphDimensions(), override.padding || this.getStagePadding(), true) : this.invMatrix;
      var res = multiplyVec2(invMatrix, {
        x: coordinates.x / this.width * 2 - 1,
        y: 1 - coordinates.y / this.height * 2
      });
      if (isNaN(res.x)) res.x = 0;
      if (isNaN(res.y)) res.y = 0;
      return res;
    }
    /**
     * Method used to translate a point's coordinates from the viewport system (pixel distance from the top-left of the
     * stage) to the graph system (the reference system of data as they are in the given graph instance).
     *
     * This method accepts an optional camera which can be useful if you need to translate coordinates
     * based on a different view than the one being currently being displayed on screen.
     *
     * @param {Coordinates}                  viewportPoint
     * @param {CoordinateConversionOverride} override
     */
  }, {
    key: "viewportToGraph",
    value: function viewportToGraph(viewportPoint) {
      var override = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
      return this.normalizationFunction.inverse(this.viewportToFramedGraph(viewportPoint, override));
    }
    /**
     * Method used to translate a point's coordinates from the graph system (the reference system of data as they are in
     * the given graph instance) to the viewport system (pixel distance from the top-left of the stage).
     *
     * This method accepts an optional camera which can be useful if you need to translate coordinates
     * based on a different view than the one being currently being displayed on screen.
     *
     * @param {Coordinates}                  graphPoint
     * @param {CoordinateConversionOverride} override
     */
  }, {
    key: "graphToViewport",
    value: function graphToViewport(graphPoint) {
      var override = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
      return this.framedGraphToViewport(this.normalizationFunction(graphPoint), override);
    }
    /**
     * Method returning the distance multiplier between the graph system and the
     * viewport system.
     */
  }, {
    key: "getGraphToViewportRatio",
    value: function getGraphToViewportRatio() {
      var graphP1 = {
        x: 0,
        y: 0
      };
      var graphP2 = {
        x: 1,
        y: 1
      };
      var graphD = Math.sqrt(Math.pow(graphP1.x - graphP2.x, 2) + Math.pow(graphP1.y - graphP2.y, 2));
      var viewportP1 = this.graphToViewport(graphP1);
      var viewportP2 = this.graphToViewport(graphP2);
      var viewportD = Math.sqrt(Math.pow(viewportP1.x - viewportP2.x, 2) + Math.pow(viewportP1.y - viewportP2.y, 2));
      return viewportD / graphD;
    }
    /**
     * Method returning the graph's bounding box.
     *
     * @return {{ x: Extent, y: Extent }}
     */
  }, {
    key: "getBBox",
    value: function getBBox() {
      return this.nodeExtent;
    }
    /**
     * Method returning the graph's custom bounding box, if any.
     *
     * @return {{ x: Extent, y: Extent } | null}
     */
  }, {
    key: "getCustomBBox",
    value: function getCustomBBox() {
      return this.customBBox;
    }
    /**
     * Method used to override the graph's bounding box with a custom one. Give `null` as the argument to stop overriding.
     *
     * @return {Sigma}
     */
  }, {
    key: "setCustomBBox",
    value: function setCustomBBox(customBBox) {
      this.customBBox = customBBox;
      this.scheduleRender();
      return this;
    }
    /**
     * Method used to shut the container & release event listeners.
     *
     * @return {undefined}
     */
  }, {
    key: "kill",
    value: function kill() {
      this.emit("kill");
      this.removeAllListeners();
      this.unbindCameraHandlers();
      window.removeEventListener("resize", this.activeListeners.handleResize);
      this.mouseCaptor.kill();
      this.touchCaptor.kill();
      this.unbindGraphHandlers();
      this.clearIndices();
      this.clearState();
      this.nodeDataCache = {};
      this.edgeDataCache = {};
      this.highlightedNodes.clear();
      if (this.renderFrame) {
        cancelAnimationFrame(this.renderFrame);
        this.renderFrame = null;
      }
      if (this.renderHighlightedNodesFrame) {
        cancelAnimationFrame(this.renderHighlightedNodesFrame);
        this.renderHighlightedNodesFrame = null;
      }
      var container = this.container;
      while (container.firstChild) container.removeChild(container.firstChild);
      for (var type in this.nodePrograms) {
        this.nodePrograms[type].kill();
      }
      for (var _type8 in this.nodeHoverPrograms) {
        this.nodeHoverPrograms[_type8].kill();
      }
      for (var _type9 in this.edgePrograms) {
        this.edgePrograms[_type9].kill();
      }
      this.nodePrograms = {};
      this.nodeHoverPrograms = {};
      this.edgePrograms = {};
      for (var id in this.elements) {
        this.killLayer(id);
      }
      this.canvasContexts = {};
      this.webGLContexts = {};
      this.elements = {};
    }
    /**
     * Method used to scale the given size according to the camera's ratio, i.e.
     * zooming state.
     *
     * @param  {number?} size -        The size to scale (node size, edge thickness etc.).
     * @param  {number?} cameraRatio - A camera ratio (defaults to the actual camera ratio).
     * @return {number}              - The scaled size.
     */
  }, {
    key: "scaleSize",
    value: function scaleSize() {
      var size2 = arguments.length > 0 && arguments[0] !== void 0 ? arguments[0] : 1;
      var cameraRatio = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : this.camera.ratio;
      return size2 / this.settings.zoomToSizeRatioFunction(cameraRatio) * (this.getSetting("itemSizesReference") === "positions" ? cameraRatio * this.graphToViewportRatio : 1);
    }
    /**
     * Method that returns the collection of all used canvases.
     * At the moment, the instantiated canvases are the following, and in the
     * following order in the DOM:
     * - `edges`
     * - `nodes`
     * - `edgeLabels`
     * - `labels`
     * - `hovers`
     * - `hoverNodes`
     * - `mouse`
     *
     * @return {PlainObject<HTMLCanvasElement>} - The collection of canvases.
     */
  }, {
    key: "getCanvases",
    value: function getCanvases() {
      var res = {};
      for (var layer in this.elements) if (this.elements[layer] instanceof HTMLCanvasElement) res[layer] = this.elements[layer];
      return res;
    }
  }]);
})(TypedEventEmitter);
var Sigma = Sigma$1;

// node_modules/sigma/rendering/dist/sigma-rendering.esm.js
var _WebGLRenderingContex$32 = WebGLRenderingContext;
var UNSIGNED_BYTE$32 = _WebGLRenderingContex$32.UNSIGNED_BYTE;
var FLOAT$32 = _WebGLRenderingContex$32.FLOAT;
var SHADER_SOURCE$42 = (
  /*glsl*/
  "\nattribute vec4 a_id;\nattribute vec4 a_color;\nattribute vec2 a_normal;\nattribute float a_normalCoef;\nattribute vec2 a_positionStart;\nattribute vec2 a_positionEnd;\nattribute float a_positionCoef;\nattribute float a_sourceRadius;\nattribute float a_targetRadius;\nattribute float a_sourceRadiusCoef;\nattribute float a_targetRadiusCoef;\n\nuniform mat3 u_matrix;\nuniform float u_zoomRatio;\nuniform float u_sizeRatio;\nuniform float u_pixelRatio;\nuniform float u_correctionRatio;\nuniform float u_minEdgeThickness;\nuniform float u_lengthToThicknessRatio;\nuniform float u_feather;\n\nvarying vec4 v_color;\nvarying vec2 v_normal;\nvarying float v_thickness;\nvarying float v_feather;\n\nconst float bias = 255.0 / 254.0;\n\nvoid main() {\n  float minThickness = u_minEdgeThickness;\n\n  vec2 normal = a_normal * a_normalCoef;\n  vec2 position = a_positionStart * (1.0 - a_positionCoef) + a_positionEnd * a_positionCoef;\n\n  float normalLength = length(normal);\n  vec2 unitNormal = normal / normalLength;\n\n  // These first computations are taken from edge.vert.glsl. Please read it to\n  // get better comments on what's happening:\n  float pixelsThickness = max(normalLength, minThickness * u_sizeRatio);\n  float webGLThickness = pixelsThickness * u_correctionRatio / u_sizeRatio;\n\n  // Here, we move the point to leave space for the arrow heads:\n  // Source arrow head\n  float sourceRadius = a_sourceRadius * a_sourceRadiusCoef;\n  float sourceDirection = sign(sourceRadius);\n  float webGLSourceRadius = sourceDirection * sourceRadius * 2.0 * u_correctionRatio / u_sizeRatio;\n  float webGLSourceArrowHeadLength = webGLThickness * u_lengthToThicknessRatio * 2.0;\n  vec2 sourceCompensationVector =\n    vec2(-sourceDirection * unitNormal.y, sourceDirection * unitNormal.x)\n    * (webGLSourceRadius + webGLSourceArrowHeadLength);\n    \n  // Target arrow head\n  float targetRadius = a_targetRadius * a_targetRadiusCoef;\n  float targetDirection = sign(targetRadius);\n  float webGLTargetRadius = targetDirection * targetRadius * 2.0 * u_correctionRatio / u_sizeRatio;\n  float webGLTargetArrowHeadLength = webGLThickness * u_lengthToThicknessRatio * 2.0;\n  vec2 targetCompensationVector =\n  vec2(-targetDirection * unitNormal.y, targetDirection * unitNormal.x)\n    * (webGLTargetRadius + webGLTargetArrowHeadLength);\n\n  // Here is the proper position of the vertex\n  gl_Position = vec4((u_matrix * vec3(position + unitNormal * webGLThickness + sourceCompensationVector + targetCompensationVector, 1)).xy, 0, 1);\n\n  v_thickness = webGLThickness / u_zoomRatio;\n\n  v_normal = unitNormal;\n\n  v_feather = u_feather * u_correctionRatio / u_zoomRatio / u_pixelRatio * 2.0;\n\n  #ifdef PICKING_MODE\n  // For picking mode, we use the ID as the color:\n  v_color = a_id;\n  #else\n  // For normal mode, we use the color:\n  v_color = a_color;\n  #endif\n\n  v_color.a *= bias;\n}\n"
);
var VERTEX_SHADER_SOURCE$22 = SHADER_SOURCE$42;
var _WebGLRenderingContex$22 = WebGLRenderingContext;
var UNSIGNED_BYTE$22 = _WebGLRenderingContex$22.UNSIGNED_BYTE;
var FLOAT$22 = _WebGLRenderingContex$22.FLOAT;
var UNIFORMS$22 = ["u_matrix", "u_zoomRatio", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio", "u_feather", "u_minEdgeThickness", "u_lengthToThicknessRatio"];
var DEFAULT_EDGE_DOUBLE_CLAMPED_PROGRAM_OPTIONS = {
  lengthToThicknessRatio: DEFAULT_EDGE_ARROW_HEAD_PROGRAM_OPTIONS.lengthToThicknessRatio
};
function createEdgeDoubleClampedProgram(inputOptions) {
  var options = _objectSpread2(_objectSpread2({}, DEFAULT_EDGE_DOUBLE_CLAMPED_PROGRAM_OPTIONS), inputOptions || {});
  return /* @__PURE__ */ (function(_EdgeProgram) {
    function EdgeDoubleClampedProgram2() {
      _classCallCheck(this, EdgeDoubleClampedProgram2);
      return _callSuper(this, EdgeDoubleClampedProgram2, arguments);
    }
    _inherits(EdgeDoubleClampedProgram2, _EdgeProgram);
    return _createClass(EdgeDoubleClampedProgram2, [{
      key: "getDefinition",
      value: function getDefinition() {
        return {
          VERTICES: 6,
          VERTEX_SHADER_SOURCE: VERTEX_SHADER_SOURCE$22,
          FRAGMENT_SHADER_SOURCE,
          METHOD: WebGLRenderingContext.TRIANGLES,
          UNIFORMS: UNIFORMS$22,
          ATTRIBUTES: [{
            name: "a_positionStart",
            size: 2,
            type: FLOAT$22
          }, {
            name: "a_positionEnd",
            size: 2,
            type: FLOAT$22
          }, {
            name: "a_normal",
            size: 2,
            type: FLOAT$22
          }, {
            name: "a_color",
            size: 4,
            type: UNSIGNED_BYTE$22,
            normalized: true
          }, {
            name: "a_id",
            size: 4,
            type: UNSIGNED_BYTE$22,
            normalized: true
          }, {
            name: "a_sourceRadius",
            size: 1,
            type: FLOAT$22
          }, {
            name: "a_targetRadius",
            size: 1,
            type: FLOAT$22
          }],
          CONSTANT_ATTRIBUTES: [
            // If 0, then position will be a_positionStart
            // If 1, then position will be a_positionEnd
            {
              name: "a_positionCoef",
              size: 1,
              type: FLOAT$22
            },
            {
              name: "a_normalCoef",
              size: 1,
              type: FLOAT$22
            },
            {
              name: "a_sourceRadiusCoef",
              size: 1,
              type: FLOAT$22
            },
            {
              name: "a_targetRadiusCoef",
              size: 1,
              type: FLOAT$22
            }
          ],
          CONSTANT_DATA: [[0, 1, -1, 0], [0, -1, 1, 0], [1, 1, 0, 1], [1, 1, 0, 1], [0, -1, 1, 0], [1, -1, 0, -1]]
        };
      }
    }, {
      key: "processVisibleItem",
      value: function processVisibleItem(edgeIndex, startIndex, sourceData, targetData, data) {
        var thickness = data.size || 1;
        var x1 = sourceData.x;
        var y1 = sourceData.y;
        var x2 = targetData.x;
        var y22 = targetData.y;
        var color = floatColor(data.color);
        var dx = x2 - x1;
        var dy = y22 - y1;
        var sourceRadius = sourceData.size || 1;
        var targetRadius = targetData.size || 1;
        var len = dx * dx + dy * dy;
        var n12 = 0;
        var n2 = 0;
        if (len) {
          len = 1 / Math.sqrt(len);
          n12 = -dy * len * thickness;
          n2 = dx * len * thickness;
        }
        var array = this.array;
        array[startIndex++] = x1;
        array[startIndex++] = y1;
        array[startIndex++] = x2;
        array[startIndex++] = y22;
        array[startIndex++] = n12;
        array[startIndex++] = n2;
        array[startIndex++] = color;
        array[startIndex++] = edgeIndex;
        array[startIndex++] = sourceRadius;
        array[startIndex++] = targetRadius;
      }
    }, {
      key: "setUniforms",
      value: function setUniforms(params, _ref) {
        var gl = _ref.gl, uniformLocations = _ref.uniformLocations;
        var u_matrix = uniformLocations.u_matrix, u_zoomRatio = uniformLocations.u_zoomRatio, u_feather = uniformLocations.u_feather, u_pixelRatio = uniformLocations.u_pixelRatio, u_correctionRatio = uniformLocations.u_correctionRatio, u_sizeRatio = uniformLocations.u_sizeRatio, u_minEdgeThickness = uniformLocations.u_minEdgeThickness, u_lengthToThicknessRatio = uniformLocations.u_lengthToThicknessRatio;
        gl.uniformMatrix3fv(u_matrix, false, params.matrix);
        gl.uniform1f(u_zoomRatio, params.zoomRatio);
        gl.uniform1f(u_sizeRatio, params.sizeRatio);
        gl.uniform1f(u_correctionRatio, params.correctionRatio);
        gl.uniform1f(u_pixelRatio, params.pixelRatio);
        gl.uniform1f(u_feather, params.antiAliasingFeather);
        gl.uniform1f(u_minEdgeThickness, params.minEdgeThickness);
        gl.uniform1f(u_lengthToThicknessRatio, options.lengthToThicknessRatio);
      }
    }]);
  })(EdgeProgram);
}
var EdgeDoubleClampedProgram = createEdgeDoubleClampedProgram();
function createEdgeDoubleArrowProgram(inputOptions) {
  return createEdgeCompoundProgram([createEdgeDoubleClampedProgram(inputOptions), createEdgeArrowHeadProgram(inputOptions), createEdgeArrowHeadProgram(_objectSpread2(_objectSpread2({}, inputOptions), {}, {
    extremity: "source"
  }))]);
}
var EdgeDoubleArrowProgram = createEdgeDoubleArrowProgram();
var SHADER_SOURCE$32 = (
  /*glsl*/
  "\nprecision mediump float;\n\nvarying vec4 v_color;\n\nvoid main(void) {\n  gl_FragColor = v_color;\n}\n"
);
var FRAGMENT_SHADER_SOURCE$12 = SHADER_SOURCE$32;
var SHADER_SOURCE$22 = (
  /*glsl*/
  "\nattribute vec4 a_id;\nattribute vec4 a_color;\nattribute vec2 a_position;\n\nuniform mat3 u_matrix;\n\nvarying vec4 v_color;\n\nconst float bias = 255.0 / 254.0;\n\nvoid main() {\n  // Scale from [[-1 1] [-1 1]] to the container:\n  gl_Position = vec4(\n    (u_matrix * vec3(a_position, 1)).xy,\n    0,\n    1\n  );\n\n  #ifdef PICKING_MODE\n  // For picking mode, we use the ID as the color:\n  v_color = a_id;\n  #else\n  // For normal mode, we use the color:\n  v_color = a_color;\n  #endif\n\n  v_color.a *= bias;\n}\n"
);
var VERTEX_SHADER_SOURCE$12 = SHADER_SOURCE$22;
var _WebGLRenderingContex$12 = WebGLRenderingContext;
var UNSIGNED_BYTE$12 = _WebGLRenderingContex$12.UNSIGNED_BYTE;
var FLOAT$12 = _WebGLRenderingContex$12.FLOAT;
var UNIFORMS$12 = ["u_matrix"];
var EdgeLineProgram = /* @__PURE__ */ (function(_EdgeProgram) {
  function EdgeLineProgram2() {
    _classCallCheck(this, EdgeLineProgram2);
    return _callSuper(this, EdgeLineProgram2, arguments);
  }
  _inherits(EdgeLineProgram2, _EdgeProgram);
  return _createClass(EdgeLineProgram2, [{
    key: "getDefinition",
    value: function getDefinition() {
      return {
        VERTICES: 2,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER_SOURCE$12,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER_SOURCE$12,
        METHOD: WebGLRenderingContext.LINES,
        UNIFORMS: UNIFORMS$12,
        ATTRIBUTES: [{
          name: "a_position",
          size: 2,
          type: FLOAT$12
        }, {
          name: "a_color",
          size: 4,
          type: UNSIGNED_BYTE$12,
          normalized: true
        }, {
          name: "a_id",
          size: 4,
          type: UNSIGNED_BYTE$12,
          normalized: true
        }]
      };
    }
  }, {
    key: "processVisibleItem",
    value: function processVisibleItem(edgeIndex, startIndex, sourceData, targetData, data) {
      var array = this.array;
      var x1 = sourceData.x;
      var y1 = sourceData.y;
      var x2 = targetData.x;
      var y22 = targetData.y;
      var color = floatColor(data.color);
      array[startIndex++] = x1;
      array[startIndex++] = y1;
      array[startIndex++] = color;
      array[startIndex++] = edgeIndex;
      array[startIndex++] = x2;
      array[startIndex++] = y22;
      array[startIndex++] = color;
      array[startIndex++] = edgeIndex;
    }
  }, {
    key: "setUniforms",
    value: function setUniforms(params, _ref) {
      var gl = _ref.gl, uniformLocations = _ref.uniformLocations;
      var u_matrix = uniformLocations.u_matrix;
      gl.uniformMatrix3fv(u_matrix, false, params.matrix);
    }
  }]);
})(EdgeProgram);
var _WebGLRenderingContex2 = WebGLRenderingContext;
var UNSIGNED_BYTE2 = _WebGLRenderingContex2.UNSIGNED_BYTE;
var FLOAT2 = _WebGLRenderingContex2.FLOAT;

// src/graph/hit.ts
var BESIDE = 6;
function circleAt(circles, { x: x2, y: y3 }) {
  let best = null;
  for (const circle of circles) {
    if (Math.hypot(circle.x - x2, circle.y - y3) <= circle.radius + 2 && (!best || circle.radius < best.radius)) best = circle;
  }
  return best && best.id;
}
function distance(a4, b, at) {
  const [dx, dy] = [b.x - a4.x, b.y - a4.y];
  const along = Math.max(0, Math.min(1, ((at.x - a4.x) * dx + (at.y - a4.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a4.x + along * dx - at.x, a4.y + along * dy - at.y);
}
function lineAt(lines, at) {
  let [best, least] = [null, BESIDE];
  for (const { id, a: a4, b } of lines) {
    const off = distance(a4, b, at);
    if (off < least) [best, least] = [id, off];
  }
  return best;
}

// node_modules/sigma/utils/dist/sigma-utils.esm.js
var import_is_graph3 = __toESM(require_is_graph());

// src/graph/program.ts
var VERTEX = (
  /*glsl*/
  `
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
}`
);
var FRAGMENT = (
  /*glsl*/
  `
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
}`
);
var UNIFORMS2 = ["u_sizeRatio", "u_correctionRatio", "u_matrix"];
var { UNSIGNED_BYTE: UNSIGNED_BYTE3, FLOAT: FLOAT3, TRIANGLES } = WebGLRenderingContext;
var ShapeProgram = class extends NodeProgram {
  constructor(gl, _picking, renderer) {
    super(gl, null, renderer);
  }
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: UNIFORMS2,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT3 },
        { name: "a_size", size: 1, type: FLOAT3 },
        { name: "a_shape", size: 1, type: FLOAT3 },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE3, normalized: true },
        { name: "a_border", size: 4, type: UNSIGNED_BYTE3, normalized: true }
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT3 }],
      // A corner upwards.
      CONSTANT_DATA: [[Math.PI / 2], [Math.PI * 7 / 6], [Math.PI * 11 / 6]]
    };
  }
  processVisibleItem(_id, at, data) {
    const node = data;
    const { array } = this;
    array[at++] = node.x;
    array[at++] = node.y;
    array[at++] = node.size;
    array[at++] = shapeNumber(node.shape);
    array[at++] = floatColor(node.color);
    array[at++] = floatColor(node.border);
  }
  setUniforms({ sizeRatio, correctionRatio, matrix }, { gl, uniformLocations }) {
    gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
};

// src/graph/stage.ts
var MARKED = 12;
var ALL_RELATIONS = 60;
var POINTED = 250;
var SLOW = 36;
var ASIDE = 120;
var ROOM = 15e3;
var INK = { light: { ink: "#1d1b18", paper: "#fbf9f4", line: "#b9b2a4", strong: "#8a1c1c", faint: "#e4dfd4" }, dark: { ink: "#ece7dd", paper: "#171614", line: "#5d584f", strong: "#f0a28f", faint: "#2c2a26" } };
var FONT = '"Be Vietnam Pro", system-ui, sans-serif';
var Stage = class {
  drawing = empty();
  sigma;
  shown = { nodes: /* @__PURE__ */ new Set(), edges: /* @__PURE__ */ new Map() };
  filter = { classes: /* @__PURE__ */ new Set(), relations: /* @__PURE__ */ new Set(), span: null, undated: true };
  picked = {};
  hovered = null;
  near = /* @__PURE__ */ new Set();
  named = [];
  ink = isDark() ? INK.dark : INK.light;
  names = new Names2(FONT);
  labels = true;
  frame = 0;
  last = 0;
  slow = 0;
  rest = null;
  /** What always stays drawn: what the drawing is about. */
  keep = /* @__PURE__ */ new Set();
  constructor(into, told) {
    this.sigma = new Sigma(this.drawing, into, {
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: { thin: EdgeLineProgram, line: EdgeRectangleProgram, arrow: createEdgeArrowProgram({ lengthToThicknessRatio: 6, widenessToThicknessRatio: 4 }) },
      defaultNodeType: "shape",
      zIndex: true,
      allowInvalidContainer: true,
      stagePadding: 60,
      minCameraRatio: 0.05,
      maxCameraRatio: 4,
      labelFont: FONT,
      edgeLabelFont: FONT,
      labelSize: LABEL,
      edgeLabelSize: 11,
      renderLabels: false,
      renderEdgeLabels: true,
      defaultDrawEdgeLabel: (context, edge, a4, b) => this.drawRelation(context, edge, a4, b),
      defaultDrawNodeHover: () => void 0,
      nodeReducer: (id, data) => this.reduceNode(id, data),
      edgeReducer: (key, data) => this.reduceEdge(key, data)
    });
    this.sigma.on("clickNode", ({ node }) => told.pick({ node }));
    this.sigma.on("clickStage", ({ event }) => told.pick({ edge: this.edgeAt(event) ?? void 0 }));
    this.sigma.getNodeAtPosition = (at) => this.nodeAt(at);
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => (preventSigmaDefault(), told.expand(node)));
    this.sigma.on("enterNode", ({ node }) => this.hover(node));
    this.sigma.on("leaveNode", () => this.hover(null));
    const { hovers, hoverNodes } = this.sigma.getCanvases();
    hovers.style.display = hoverNodes.style.display = "none";
    this.sigma.on("beforeRender", () => this.spare());
    this.sigma.on("afterRender", () => this.drawNames());
    this.sigma.getCamera().on("updated", () => told.moved());
    this.drag();
    this.recolour();
    document.fonts?.load(`${LABEL}px ${FONT}`).then(() => this.recolour(), () => void 0);
  }
  about(id) {
    return this.keep.size <= MARKED && this.keep.has(id);
  }
  /** Up to so many edges say what they are. */
  get relationsAtOnce() {
    const { width, height } = this.sigma.getDimensions();
    return Math.min(ALL_RELATIONS, width * height / ROOM);
  }
  recolour() {
    this.ink = isDark() ? INK.dark : INK.light;
    this.names.forget();
    this.sigma.setSetting("edgeLabelColor", { color: this.ink.ink });
    this.sigma.refresh();
  }
  hover(node) {
    this.hovered = node;
    this.sigma.getContainer().style.cursor = node ? "pointer" : "";
    this.emphasise();
  }
  /** What stands out: the neighbours of what is hovered or picked. */
  emphasise() {
    const at = this.hovered ?? this.picked.node;
    this.near = new Set(at && this.drawing.hasNode(at) ? [at, ...this.drawing.neighbors(at)] : []);
    this.sigma.refresh({ skipIndexation: true });
  }
  reduceNode(id, data) {
    if (!this.shown.nodes.has(id)) return { ...data, hidden: true };
    const faded = this.near.size > 0 && !this.near.has(id);
    const marked2 = this.about(id) || this.picked.node === id;
    return {
      ...data,
      size: this.about(id) ? data.size + 4 : data.size,
      color: faded ? this.ink.faint : data.color,
      border: faded ? this.ink.line : marked2 ? this.ink.strong : data.border,
      zIndex: marked2 ? 2 : faded ? 0 : 1,
      highlighted: false
    };
  }
  reduceEdge(key, data) {
    const parts = this.shown.edges.get(key);
    if (!parts) return { ...data, hidden: true };
    const [source, target] = this.drawing.extremities(key);
    const at = this.hovered ?? this.picked.node;
    const lit = this.picked.edge === key || at !== void 0 && at !== null && (source === at || target === at);
    const faded = this.near.size > 0 && !lit;
    const way = direction(parts);
    const weight = Math.max(...parts.map((p3) => p3.weight || 1));
    const named = this.labels && !faded && (lit || this.shown.edges.size <= this.relationsAtOnce);
    return {
      ...data,
      type: this.shown.edges.size > POINTED ? "thin" : way && way.source === source ? "arrow" : "line",
      size: Math.min(7, (lit ? 1.8 : 1.1) + Math.max(0, weight - 1) * 0.5),
      color: lit ? this.ink.strong : faded ? this.ink.faint : this.ink.line,
      label: named ? wordsOf(parts) : "",
      forceLabel: named,
      zIndex: lit ? 1 : 0
    };
  }
  /** The names there is room for: those the drawing is about, what is picked or pointed at first, then the best connected. */
  drawNames() {
    const { width, height } = this.sigma.getDimensions();
    const context = this.sigma.getCanvases().labels.getContext("2d");
    const wishes = [...this.shown.nodes].filter((id) => !this.near.size || this.near.has(id)).map((id) => {
      const { x: x2, y: y3, radius } = this.placeOf(id);
      const must = this.about(id) || this.picked.node === id || this.hovered === id;
      const weight = this.drawing.getNodeAttribute(id, "node").degree;
      return { id, label: this.drawing.getNodeAttribute(id, "label"), x: x2, y: y3, radius, weight, must };
    });
    const seen = wishes.filter(({ x: x2, y: y3 }) => x2 > -ASIDE && y3 > -ASIDE && x2 < width + ASIDE && y3 < height + ASIDE);
    this.named = place(seen, this.names.measure);
    for (const name of this.named) this.names.draw(context, name, this.ink);
  }
  /** Where pictures come too slowly while one moves, as without a graphics card, edges are drawn again when the hand rests. */
  spare() {
    const now2 = performance.now();
    const gap = now2 - this.last;
    this.last = now2;
    if (gap < 300) this.slow = gap > SLOW ? this.slow + 1 : Math.max(0, this.slow - 0.5);
    if (this.slow > 4 && this.shown.edges.size > POINTED / 2) this.sigma.setSetting("hideEdgesOnMove", true);
  }
  nodeAt(at) {
    return circleAt([...this.shown.nodes].map((id) => ({ id, ...this.placeOf(id) })), at);
  }
  edgeAt(at) {
    const lines = [...this.shown.edges.keys()].map((id) => {
      const [a4, b] = this.drawing.extremities(id);
      return { id, a: this.placeOf(a4), b: this.placeOf(b) };
    });
    return lineAt(lines, at);
  }
  /** Where a node is seen, in pixels. */
  placeOf(id) {
    const { size: size2 } = this.drawing.getNodeAttributes(id);
    return { ...this.sigma.graphToViewport(this.drawing.getNodeAttributes(id)), radius: this.sigma.scaleSize(this.about(id) ? size2 + 4 : size2) };
  }
  /** What relates two nodes, along their line where there is room, with a halo. */
  drawRelation(context, edge, a4, b) {
    if (!edge.label) return;
    const { ink, paper } = this.ink;
    const [dx, dy] = [b.x - a4.x, b.y - a4.y];
    const room = Math.hypot(dx, dy) - a4.size - b.size - 12;
    context.font = `400 11px ${FONT}`;
    if (context.measureText(edge.label).width > room) return;
    const angle = Math.atan2(dy, dx);
    context.save();
    context.translate((a4.x + b.x) / 2, (a4.y + b.y) / 2);
    context.rotate(Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle);
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = paper;
    context.strokeText(edge.label, 0, 3.5);
    context.fillStyle = ink;
    context.globalAlpha = 0.75;
    context.fillText(edge.label, 0, 3.5);
    context.restore();
  }
  /** Nodes can be put where one wants them. */
  drag() {
    let held = null;
    this.sigma.on("downNode", ({ node }) => {
      held = node;
      if (!this.sigma.getCustomBBox()) this.sigma.setCustomBBox(this.sigma.getBBox());
    });
    this.sigma.on("moveBody", ({ event }) => {
      if (!held) return;
      const { x: x2, y: y3 } = this.sigma.viewportToGraph(event);
      this.drawing.mergeNodeAttributes(held, { x: x2, y: y3 });
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = () => held = null;
    this.sigma.on("upNode", drop);
    this.sigma.on("upStage", drop);
  }
  /** Lays the drawing out, a slice a picture; what was left of the last time is done first. */
  layout() {
    while (this.rest && !this.rest.next().done) ;
    cancelAnimationFrame(this.frame);
    this.sigma.setCustomBBox(null);
    const { width, height } = this.sigma.getDimensions();
    this.rest = settle(this.drawing, height > width);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = () => {
      let done = false;
      for (const until = performance.now() + (calm ? 4e3 : 12); !done && performance.now() < until; ) done = this.rest?.next().done ?? true;
      if (done) this.rest = null;
      else this.frame = requestAnimationFrame(step);
    };
    step();
  }
  /** Whether the layout is at rest. */
  get settled() {
    return this.rest === null;
  }
  show(filter, picked, labels) {
    [this.filter, this.picked, this.labels] = [filter, picked, labels];
    const { span, undated } = this.filter;
    this.shown = shownOf(this.drawing, this.keep, this.filter, (it) => !span || within(it, span, undated));
    this.emphasise();
    return this.shown;
  }
  zoom(by) {
    const camera = this.sigma.getCamera();
    if (by === "in") camera.animatedZoom({ duration: 200 });
    else if (by === "out") camera.animatedUnzoom({ duration: 200 });
    else camera.animatedReset({ duration: 200 });
  }
  /** Brings a node into the middle. */
  centre(node) {
    const at = this.sigma.getNodeDisplayData(node);
    if (at) this.sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: 250 });
  }
  /** Where one looks, for the address. */
  get camera() {
    const { x: x2, y: y3, ratio } = this.sigma.getCamera().getState();
    return x2 === 0.5 && y3 === 0.5 && ratio === 1 ? "" : [x2, y3, ratio].map((n2) => +n2.toFixed(3)).join(" ");
  }
  set camera(text) {
    const [x2, y3, ratio] = text.split(" ").map(Number);
    if ([x2, y3, ratio].every(Number.isFinite) && ratio > 0) this.sigma.getCamera().setState({ x: x2, y: y3, ratio });
  }
  /** What is seen, in pixels: for the files that are saved, and for tests. */
  scene() {
    const { width, height } = this.sigma.getDimensions();
    const nodes = [...this.shown.nodes].map((id) => {
      const { node, color, shape } = this.drawing.getNodeAttributes(id);
      return { node, ...this.placeOf(id), colour: color, shape, marked: this.about(id) };
    });
    return { width, height, nodes, names: this.named, edges: [...this.shown.edges.values()], paper: this.ink.paper, ink: this.ink.ink, line: this.ink.line, relations: this.labels && this.shown.edges.size <= ALL_RELATIONS };
  }
  kill() {
    cancelAnimationFrame(this.frame);
    this.sigma.kill();
  }
};

// src/graph/scene.ts
var escaped = (text) => (
  // What XML cannot hold at all is left out.
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (c3) => `&#${c3.charCodeAt(0)};`)
);
var n1 = (n2) => n2.toFixed(1);
function svgEdge(scene, parts, at) {
  const way = direction(parts);
  const a4 = at.get(way?.source ?? parts[0].source);
  const b = at.get(way?.target ?? parts[0].target);
  if (!a4 || !b) return [];
  const length = Math.hypot(b.x - a4.x, b.y - a4.y) || 1;
  const end = way ? Math.max(0, length - b.radius - 3) / length : 1;
  const to = { x: a4.x + (b.x - a4.x) * end, y: a4.y + (b.y - a4.y) * end };
  const weight = Math.min(5, 1.1 + Math.max(0, Math.max(...parts.map((p3) => p3.weight || 1)) - 1) * 0.5);
  const out = [`<line x1="${n1(a4.x)}" y1="${n1(a4.y)}" x2="${n1(to.x)}" y2="${n1(to.y)}" stroke="${scene.line}" stroke-width="${n1(weight)}"${way ? ' marker-end="url(#to)"' : ""}/>`];
  if (scene.relations) {
    out.push(`<text x="${n1((a4.x + b.x) / 2)}" y="${n1((a4.y + b.y) / 2 - 3)}" font-size="11" class="label">${escaped(wordsOf(parts))}</text>`);
  }
  return out;
}
async function svg(scene) {
  const at = new Map(scene.nodes.map((n2) => [n2.node.id, n2]));
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}" viewBox="0 0 ${scene.width} ${scene.height}" font-family='${FONT}'>`,
    `<style>${await fontFace()}.label{text-anchor:middle;fill:${scene.ink};stroke:${scene.paper};stroke-width:3.5px;stroke-linejoin:round;paint-order:stroke}</style>`,
    `<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="${scene.line}"/></marker></defs>`,
    `<rect width="100%" height="100%" fill="${scene.paper}"/>`,
    ...scene.edges.flatMap((parts) => svgEdge(scene, parts, at))
  ];
  for (const { node, x: x2, y: y3, radius, colour, shape, marked: marked2 } of scene.nodes) {
    const points = corners(shape, x2, y3, radius);
    const drawn2 = `fill="${colour}" stroke="${marked2 ? scene.ink : darker(colour)}" stroke-width="${marked2 ? 2.5 : 1.3}"`;
    const title = `<title>${escaped(`${node.name} · ${node.class_label}`)}</title>`;
    out.push(points.length ? `<polygon points="${points.map((p3) => p3.map(n1).join(",")).join(" ")}" ${drawn2}>${title}</polygon>` : `<circle cx="${n1(x2)}" cy="${n1(y3)}" r="${n1(radius)}" ${drawn2}>${title}</circle>`);
  }
  for (const { lines, x: x2, y: y3, must } of scene.names) {
    const spans = lines.map((line, n2) => `<tspan x="${n1(x2)}" y="${n1(y3 + n2 * 15)}">${escaped(line)}</tspan>`);
    out.push(`<text font-size="${LABEL}" font-weight="${must ? 600 : 500}" class="label">${spans.join("")}</text>`);
  }
  return [...out, "</svg>"].join("\n");
}
var face;
function fontFace() {
  const read2 = async () => {
    const bytes = new Uint8Array(await (await fetch("/assets/BeVietnamPro.woff2")).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return `@font-face{font-family:"Be Vietnam Pro";src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
  };
  return face ??= location.protocol.startsWith("http") ? read2().catch(() => "") : Promise.resolve("");
}
async function png(scene) {
  const picture = new Image();
  const url = URL.createObjectURL(new Blob([await svg(scene)], { type: "image/svg+xml" }));
  try {
    picture.src = url;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: scene.width * 2, height: scene.height * 2 });
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => blob ? done(blob) : fail(new Error("PNG"))));
  } finally {
    URL.revokeObjectURL(url);
  }
}
var quoted = (text) => `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, " ")}"`;
function dot(scene) {
  const out = ["digraph vietgraph {", `  node [style=filled, fontname=${quoted("Be Vietnam Pro")}];`];
  for (const { node, colour, shape } of scene.nodes) {
    out.push(`  ${quoted(node.id)} [label=${quoted(node.name)}, shape=${/^[a-z]+$/.test(shape) ? shape : "ellipse"}, fillcolor=${quoted(colour)}, color=${quoted(darker(colour))}];`);
  }
  for (const edge of scene.edges.flat()) out.push(`  ${quoted(edge.source)} -> ${quoted(edge.target)} [label=${quoted(edge.label)}, weight=${Number(edge.weight) || 1}];`);
  return [...out, "}", ""].join("\n");
}
function graphml(scene) {
  const keys = { node: ["label", "class", "kind", "iri", "from", "to", "colour"], edge: ["relation", "label", "weight", "articles", "from", "to"] };
  const data = (kind, of) => keys[kind].filter((k2) => of[k2] !== null && of[k2] !== void 0).map((k2) => `<data key="${kind}-${k2}">${escaped(String(of[k2]))}</data>`).join("");
  const out = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'];
  for (const kind of ["node", "edge"]) {
    for (const k2 of keys[kind]) out.push(`  <key id="${kind}-${k2}" for="${kind}" attr.name="${k2}" attr.type="${/^(weight|articles)$/.test(k2) ? "double" : "string"}"/>`);
  }
  out.push('  <graph id="vietgraph" edgedefault="directed">');
  for (const { node } of scene.nodes) out.push(`    <node id="${escaped(node.id)}">${data("node", { ...node, label: node.name })}</node>`);
  for (const edge of scene.edges.flat()) out.push(`    <edge id="${escaped(edge.id)}" source="${escaped(edge.source)}" target="${escaped(edge.target)}">${data("edge", { ...edge })}</edge>`);
  return [...out, "  </graph>", "</graphml>", ""].join("\n");
}
var FORMATS = ["png", "svg", "dot", "graphml"];
async function save(scene, format, name) {
  const made = { png, svg, dot, graphml }[format];
  const types = { png: "image/png", svg: "image/svg+xml", dot: "text/vnd.graphviz", graphml: "application/xml" };
  const data = await made(scene);
  const url = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type: types[format] }));
  const link = Object.assign(document.createElement("a"), { href: url, download: `${name.replace(/[\\/:*?"<>|\s]+/g, "-") || "vietgraph"}.${format}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1e4);
}

// src/graph/explorer.tsx
var LISTED = 100;
function NodeList({ drawing, shown, picked, pick }) {
  const [all, setAll] = d2(false);
  const ids = [...shown.nodes];
  return /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3("ul", { class: "nodes", children: ids.slice(0, all ? ids.length : LISTED).map((id) => {
      const { node } = drawing.getNodeAttributes(id);
      return /* @__PURE__ */ a3("li", { children: /* @__PURE__ */ a3("button", { type: "button", class: "plain", "aria-pressed": picked === id, onClick: () => pick(id), children: [
        /* @__PURE__ */ a3(Mark, { shape: node.shape, colour: node.colour }),
        " ",
        node.name
      ] }) }, id);
    }) }),
    !all && ids.length > LISTED && /* @__PURE__ */ a3("button", { type: "button", onClick: () => setAll(true), children: [
      t3("more"),
      " (",
      number(ids.length - LISTED),
      ")"
    ] })
  ] });
}
function More({ of: { drawn: drawn2, total, most }, next }) {
  if (drawn2 >= total && !most) return null;
  return /* @__PURE__ */ a3("p", { class: "more", role: "status", children: [
    t3("drawn_of", number(drawn2), most ? t3("more_than", number(total)) : number(total)),
    " ",
    drawn2 < total && /* @__PURE__ */ a3("button", { type: "button", onClick: next, children: t3("more") })
  ] });
}
var NOTHING = { nodes: /* @__PURE__ */ new Set(), edges: /* @__PURE__ */ new Map() };
function Explorer({ batches, keep: keep2, first, changed, prove: prove2, expand, centre, pages, name, children }) {
  const into = T2(null);
  const stage = T2(null);
  const added = T2(0);
  const [filter, setFilter] = d2(first.filter);
  const [picked, pick] = d2({});
  const [labels, setLabels] = d2(first.labels);
  const [shown, setShown] = d2(NOTHING);
  const [camera, setCamera] = d2(first.camera);
  const [version, setVersion] = d2(0);
  const tick = useEventTick("themechange");
  const expander = T2(expand);
  expander.current = expand;
  A2(() => {
    let timer = 0;
    const moved = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setCamera(stage.current?.camera ?? ""), 300);
    };
    stage.current = new Stage(into.current, { pick, expand: (id) => expander.current?.(id), moved });
    if (first.camera) stage.current.camera = first.camera;
    into.current.scene = () => ({ ...stage.current?.scene(), settled: stage.current?.settled });
    return () => (clearTimeout(timer), stage.current?.kill());
  }, []);
  A2(() => {
    const on = stage.current;
    on.keep = new Set(keep2);
    for (const { data, centre: centre2 } of batches.slice(added.current)) {
      const came = add(on.drawing, data, centre2);
      if (came || added.current === 0) on.layout();
      added.current++;
    }
    if (batches.length && version === 0) {
      const edge = first.edge && on.drawing.findEdge((_3, { parts: parts2 }) => parts2.some((p3) => p3.id === first.edge));
      if (edge) pick({ edge });
      else if (first.node && on.drawing.hasNode(first.node)) pick({ node: first.node });
    }
    setVersion((n2) => n2 + 1);
  }, [batches]);
  A2(() => stage.current?.recolour(), [tick]);
  A2(() => setShown(stage.current?.show(filter, picked, labels) ?? NOTHING), [filter, picked, labels, version]);
  A2(() => {
    const timer = setTimeout(tell2, 150);
    return () => clearTimeout(timer);
  }, [filter, picked, labels, camera]);
  const tell2 = () => {
    const edge = picked.edge && stage.current?.drawing.hasEdge(picked.edge) ? stage.current.drawing.getEdgeAttribute(picked.edge, "parts")[0].id : void 0;
    if (version > 1 || batches.length) changed?.({ filter, node: picked.node, edge, labels, camera });
  };
  const drawing = stage.current?.drawing;
  const opened = w2(() => openedOf(batches), [batches]);
  const middle = opened.get(keep2[0]);
  const range = w2(() => drawing && spanOf([...drawing.mapNodes((_3, { node: node2 }) => node2), ...drawing.mapEdges((_3, { parts: parts2 }) => parts2).flat()]), [version]);
  const node = picked.node && drawing?.hasNode(picked.node) ? drawing.getNodeAttribute(picked.node, "node") : null;
  const parts = picked.edge ? shown.edges.get(picked.edge) : void 0;
  const zoom = (by, sign, label) => /* @__PURE__ */ a3("button", { type: "button", title: label, "aria-label": label, onClick: () => stage.current?.zoom(by), children: sign });
  const filtered = filter.classes.size + filter.relations.size > 0 || filter.span !== null || !filter.undated;
  const edges = [...shown.edges.values()].reduce((n2, p3) => n2 + p3.length, 0);
  return /* @__PURE__ */ a3("div", { class: "explorer", children: [
    /* @__PURE__ */ a3("div", { class: "canvas-side", children: [
      children,
      /* @__PURE__ */ a3("div", { class: "canvas", ref: into, role: "img", "aria-label": t3("graph_picture") }),
      /* @__PURE__ */ a3("div", { class: "canvas-tools", children: [
        zoom("in", "+", t3("zoom_in")),
        zoom("out", "−", t3("zoom_out")),
        zoom("fit", "⤢", t3("fit")),
        /* @__PURE__ */ a3("label", { class: "check", children: [
          /* @__PURE__ */ a3("input", { type: "checkbox", checked: labels, onChange: () => setLabels(!labels) }),
          " ",
          t3("edge_labels")
        ] }),
        /* @__PURE__ */ a3("span", { class: "save", children: [
          t3("save_as"),
          ":",
          " ",
          FORMATS.map((f4) => /* @__PURE__ */ a3("button", { type: "button", class: "plain", onClick: () => stage.current && save(stage.current.scene(), f4, name), children: f4 === "graphml" ? "GraphML" : f4.toUpperCase() }, f4))
        ] }),
        /* @__PURE__ */ a3("span", { class: "aside", role: "status", children: [
          t3("drawn", shown.nodes.size, edges),
          !middle && batches.some((b) => b.data.truncated) && expand && ` · ${t3("truncated")}`
        ] })
      ] }),
      middle && expand && /* @__PURE__ */ a3(More, { of: middle, next: () => expand(keep2[0]) }),
      drawing && range && range[0] < range[1] && /* @__PURE__ */ a3(TimeSlider, { drawing, version, range, filter, change: setFilter }),
      drawing && /* @__PURE__ */ a3(Filters, { drawing, version, filter, change: setFilter }),
      filtered && /* @__PURE__ */ a3("button", { type: "button", onClick: () => setFilter({ classes: /* @__PURE__ */ new Set(), relations: /* @__PURE__ */ new Set(), span: null, undated: true }), children: t3("reset") })
    ] }),
    /* @__PURE__ */ a3("aside", { class: "panel", "aria-label": t3("evidence"), children: [
      (node || parts) && /* @__PURE__ */ a3("button", { type: "button", class: "plain close", "aria-label": t3("close"), onClick: () => pick({}), children: "✕" }),
      /* @__PURE__ */ a3("div", { "aria-live": "polite", children: [
        node && drawing && /* @__PURE__ */ a3(NodePanel, { node, drawing, shown, pick, expand, opened: opened.get(node.id), centre, pages }),
        parts && drawing && /* @__PURE__ */ a3(EdgePanel, { parts, drawing, prove: prove2 }),
        !node && !parts && /* @__PURE__ */ a3("p", { class: "aside", children: expand ? t3("choose_node") : t3("choose_node_file") })
      ] }),
      /* @__PURE__ */ a3("details", { open: !node && !parts, children: [
        /* @__PURE__ */ a3("summary", { children: [
          t3("nodes"),
          " (",
          shown.nodes.size,
          ")"
        ] }),
        drawing && /* @__PURE__ */ a3(NodeList, { drawing, shown, picked: picked.node, pick: (id) => (pick({ node: id }), stage.current?.centre(id)) })
      ] })
    ] })
  ] });
}

// src/views/graph.tsx
async function load(it, around, signal) {
  if (it.mode === "path") {
    const ways = it.to ? await path(it.about, it.to, signal) : { ways: [], text: "" };
    const all = ways.ways.length ? ways.ways : [await among([it.about], signal)];
    return { ways, batches: [{ data: { nodes: all.flatMap((w3) => w3.nodes), edges: all.flatMap((w3) => w3.edges), truncated: false }, centre: it.about }] };
  }
  const first = it.mode === "together" ? together(it.about, 80, signal) : it.ids.length ? among(it.ids, signal) : null;
  const begun = first ? first.then((data) => ({ data, centre: it.about })) : around.next(it.about, signal);
  return { batches: await Promise.all([begun, ...it.more.map((id) => around.next(id, signal))]) };
}
var nameOf = (of, data) => typeof of === "string" ? data.nodes.find((n2) => n2.id === of || n2.iri === of)?.name ?? of : of.name;
function StepLine({ step, way }) {
  const proofs = Array.isArray(step.evidence) ? step.evidence : step.evidence ? [step.evidence] : [];
  return /* @__PURE__ */ a3("li", { children: [
    /* @__PURE__ */ a3("b", { children: nameOf(step.from, way) }),
    " ",
    /* @__PURE__ */ a3("span", { class: "relation", children: step.relation }),
    " ",
    /* @__PURE__ */ a3("b", { children: nameOf(step.to, way) }),
    /* @__PURE__ */ a3(Proofs, { proofs, most: 1 })
  ] });
}
function PathBar({ it, ways }) {
  return /* @__PURE__ */ a3("div", { class: "path-bar", children: [
    /* @__PURE__ */ a3(SearchBox, { label: t3("path_to"), hint: t3("path_hint"), pick: (hit) => go(graphAt(it.about, { mode: "path", to: hit.id })), focus: !it.to }),
    it.to && ways && /* @__PURE__ */ a3("details", { children: [
      /* @__PURE__ */ a3("summary", { children: ways.ways.length ? `${t3("ways")} (${ways.ways.length})` : t3("no_way") }),
      ways.ways.map((way, n2) => /* @__PURE__ */ a3("section", { children: [
        /* @__PURE__ */ a3("h3", { children: t3("way", n2 + 1) }),
        /* @__PURE__ */ a3("ol", { children: way.steps.map((step, k2) => /* @__PURE__ */ a3(StepLine, { step, way }, k2)) })
      ] }, n2))
    ] })
  ] });
}
function Modes({ it, name }) {
  const link = (mode, label) => /* @__PURE__ */ a3("a", { href: mode === "near" ? graphAt(it.about) : graphAt(it.about, { mode }), "aria-current": it.mode === mode && !it.ids.length ? "true" : void 0, children: label });
  return /* @__PURE__ */ a3("header", { class: "graph-head", children: [
    /* @__PURE__ */ a3("h1", { children: name }),
    /* @__PURE__ */ a3("nav", { class: "filters", "aria-label": t3("view_kind"), children: [
      it.about && /* @__PURE__ */ a3($, { children: [
        link("near", t3("neighbourhood")),
        it.about.startsWith("person/") && link("together", t3("co_attendance")),
        link("path", t3("path"))
      ] }),
      /* @__PURE__ */ a3(Copy, { text: () => location.href, label: t3("copy_link") })
    ] })
  ] });
}
var prove = async (edge) => (await evidence(edge.id)).evidence;
function Drawn({ first }) {
  const place2 = T2(first);
  const [more, setMore] = d2([]);
  const [error, fail] = d2(null);
  const around = w2(() => new Surroundings(first.about), []);
  const asked2 = useAsked((s3) => load(first, around, s3), []);
  const batches = w2(() => [...asked2.value?.batches ?? [], ...more], [asked2.value, more]);
  const data = asked2.value?.batches[0].data;
  const name = data?.nodes.find((n2) => n2.id === first.about)?.name ?? "";
  useTitle(name ? `${name} · ${t3("graph")}` : t3("graph"));
  const changed = (seen) => {
    place2.current = { ...place2.current, seen };
    rewrite(write(place2.current));
  };
  const expand = (id) => {
    around.next(id).then((batch) => {
      place2.current = { ...place2.current, more: [...place2.current.more, id] };
      rewrite(write(place2.current));
      setMore((now2) => [...now2, batch]);
    }, fail);
  };
  const keep2 = [first.about, first.to, ...first.ids].filter(Boolean);
  return /* @__PURE__ */ a3(Answer, { asked: asked2, children: ({ ways }) => /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3(Modes, { it: first, name: name || t3("graph") }),
    error && /* @__PURE__ */ a3(Failure, { error }),
    /* @__PURE__ */ a3(Explorer, { batches, keep: keep2, first: first.seen, changed, prove, expand, centre: (id) => go(graphAt(id)), pages: true, name, children: first.mode === "path" && /* @__PURE__ */ a3(PathBar, { it: first, ways }) })
  ] }) });
}
function Choose() {
  const asked2 = useAsked(overview, []);
  useTitle(t3("graph"));
  return /* @__PURE__ */ a3("div", { class: "start", children: [
    /* @__PURE__ */ a3("h1", { children: t3("choose_start") }),
    /* @__PURE__ */ a3(SearchBox, { focus: true, large: true, pick: (hit) => go(graphAt(hit.id)) }),
    /* @__PURE__ */ a3(Answer, { asked: asked2, children: (it) => /* @__PURE__ */ a3($, { children: [
      /* @__PURE__ */ a3("h2", { children: t3("best_connected") }),
      /* @__PURE__ */ a3("ul", { class: "briefs", children: it.connected.map((b) => /* @__PURE__ */ a3("li", { children: /* @__PURE__ */ a3("a", { href: graphAt(b.id), children: b.name }) }, b.id)) })
    ] }) })
  ] });
}
function GraphPage() {
  const it = read(usePlace().query);
  if (!it.about && !it.ids.length) return /* @__PURE__ */ a3(Choose, {});
  return /* @__PURE__ */ a3(Drawn, { first: it }, [it.about, it.mode, it.to, ...it.ids].join(" "));
}

// node_modules/topojson-client/src/identity.js
function identity_default(x2) {
  return x2;
}

// node_modules/topojson-client/src/transform.js
function transform_default(transform) {
  if (transform == null) return identity_default;
  var x0, y0, kx = transform.scale[0], ky = transform.scale[1], dx = transform.translate[0], dy = transform.translate[1];
  return function(input, i3) {
    if (!i3) x0 = y0 = 0;
    var j2 = 2, n2 = input.length, output = new Array(n2);
    output[0] = (x0 += input[0]) * kx + dx;
    output[1] = (y0 += input[1]) * ky + dy;
    while (j2 < n2) output[j2] = input[j2], ++j2;
    return output;
  };
}

// node_modules/topojson-client/src/reverse.js
function reverse_default(array, n2) {
  var t4, j2 = array.length, i3 = j2 - n2;
  while (i3 < --j2) t4 = array[i3], array[i3++] = array[j2], array[j2] = t4;
}

// node_modules/topojson-client/src/feature.js
function feature_default(topology, o4) {
  if (typeof o4 === "string") o4 = topology.objects[o4];
  return o4.type === "GeometryCollection" ? { type: "FeatureCollection", features: o4.geometries.map(function(o5) {
    return feature(topology, o5);
  }) } : feature(topology, o4);
}
function feature(topology, o4) {
  var id = o4.id, bbox = o4.bbox, properties = o4.properties == null ? {} : o4.properties, geometry = object(topology, o4);
  return id == null && bbox == null ? { type: "Feature", properties, geometry } : bbox == null ? { type: "Feature", id, properties, geometry } : { type: "Feature", id, bbox, properties, geometry };
}
function object(topology, o4) {
  var transformPoint = transform_default(topology.transform), arcs = topology.arcs;
  function arc(i3, points) {
    if (points.length) points.pop();
    for (var a4 = arcs[i3 < 0 ? ~i3 : i3], k2 = 0, n2 = a4.length; k2 < n2; ++k2) {
      points.push(transformPoint(a4[k2], k2));
    }
    if (i3 < 0) reverse_default(points, n2);
  }
  function point2(p3) {
    return transformPoint(p3);
  }
  function line(arcs2) {
    var points = [];
    for (var i3 = 0, n2 = arcs2.length; i3 < n2; ++i3) arc(arcs2[i3], points);
    if (points.length < 2) points.push(points[0]);
    return points;
  }
  function ring(arcs2) {
    var points = line(arcs2);
    while (points.length < 4) points.push(points[0]);
    return points;
  }
  function polygon(arcs2) {
    return arcs2.map(ring);
  }
  function geometry(o5) {
    var type = o5.type, coordinates;
    switch (type) {
      case "GeometryCollection":
        return { type, geometries: o5.geometries.map(geometry) };
      case "Point":
        coordinates = point2(o5.coordinates);
        break;
      case "MultiPoint":
        coordinates = o5.coordinates.map(point2);
        break;
      case "LineString":
        coordinates = line(o5.arcs);
        break;
      case "MultiLineString":
        coordinates = o5.arcs.map(line);
        break;
      case "Polygon":
        coordinates = polygon(o5.arcs);
        break;
      case "MultiPolygon":
        coordinates = o5.arcs.map(polygon);
        break;
      default:
        return null;
    }
    return { type, coordinates };
  }
  return geometry(o4);
}

// src/map/tiles.ts
var ROWS = [
  ["", "", "", "Hà Giang", "Cao Bằng", "", ""],
  ["Lai Châu", "Lào Cai", "Yên Bái", "Tuyên Quang", "Bắc Kạn", "Lạng Sơn", ""],
  ["Điện Biên", "Sơn La", "Phú Thọ", "Vĩnh Phúc", "Thái Nguyên", "Bắc Giang", "Quảng Ninh"],
  ["", "", "Hòa Bình", "Hà Nội", "Bắc Ninh", "Hải Dương", "Hải Phòng"],
  ["", "", "", "Hà Nam", "Hưng Yên", "Thái Bình", ""],
  ["", "", "Thanh Hóa", "Ninh Bình", "Nam Định", "", ""],
  ["", "", "Nghệ An", "", "", "", ""],
  ["", "", "", "Hà Tĩnh", "", "", ""],
  ["", "", "", "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", ""],
  ["", "", "", "", "Quảng Nam", "Đà Nẵng", ""],
  ["", "", "", "", "Kon Tum", "Quảng Ngãi", ""],
  ["", "", "", "", "Gia Lai", "Bình Định", ""],
  ["", "", "", "Đắk Nông", "Đắk Lắk", "Phú Yên", ""],
  ["", "", "", "Bình Phước", "Lâm Đồng", "Khánh Hòa", ""],
  ["", "Tây Ninh", "Bình Dương", "Đồng Nai", "Bình Thuận", "Ninh Thuận", ""],
  ["", "Long An", "Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "", "", ""],
  ["An Giang", "Đồng Tháp", "Tiền Giang", "Bến Tre", "", "", ""],
  ["Kiên Giang", "Cần Thơ", "Vĩnh Long", "Trà Vinh", "", "", ""],
  ["", "Hậu Giang", "Sóc Trăng", "", "", "", ""],
  ["Cà Mau", "Bạc Liêu", "", "", "", "", ""]
];
var keyOf = (name) => name.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/^(tinh|thanh pho|tp\.?)\s+/, "").replace(/[^a-z]/g, "");

// src/map/outlines.ts
var UNIT = 40;
var SQUEEZE = 0.962;
var [WEST, NORTH] = [102, 23.55];
var FAR = 109.7;
var SIZE = [470, 612];
var INSETS = {
  hoang_sa: { box: [342, 232, 118, 88], world: [110.9, 17.4, 113.1, 15.5] },
  truong_sa: { box: [342, 372, 118, 190], world: [109.3, 12.4, 118.2, 6.8] }
};
var point = ([lon, lat]) => [(lon - WEST) * SQUEEZE * UNIT + 8, (NORTH - lat) * UNIT + 6];
function inInset(name, [lon, lat]) {
  const { box, world } = INSETS[name];
  const [x2, y3] = [(lon - world[0]) / (world[2] - world[0]), (world[1] - lat) / (world[1] - world[3])];
  return [box[0] + x2 * box[2], box[1] + 16 + y3 * (box[3] - 18)];
}
var pathOf = (rings) => rings.map((ring) => `M${ring.map((p3) => point(p3).map((n2) => n2.toFixed(1)).join(",")).join("L")}Z`).join("");
var size = (ring) => Math.abs(ring.reduce((sum, [x2, y3], n2) => sum + x2 * ring[(n2 + 1) % ring.length][1] - y3 * ring[(n2 + 1) % ring.length][0], 0));
function middleOf(ring) {
  const xs = ring.map((p3) => p3[0]);
  const ys = ring.map((p3) => p3[1]);
  return point([(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]);
}
function outlines(topology) {
  const all = feature_default(topology, topology.objects.provinces);
  return all.features.map(({ properties: { name }, geometry }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const near = polygons.filter(([outer]) => outer[0][0] < FAR);
    const far = polygons.filter(([outer]) => outer[0][0] >= FAR);
    const inset = far.length && far[0][0][0][1] > 14 ? "hoang_sa" : "truong_sa";
    const widest = near.map(([outer]) => outer).sort((a4, b) => size(b) - size(a4))[0];
    return { key: keyOf(name), name, path: near.map(pathOf).join(""), middle: middleOf(widest), islands: far.length ? [{ inset, dots: far.map(([outer]) => inInset(inset, outer[0])) }] : [] };
  });
}

// src/views/map.tsx
var MERGER = 2025;
var STEPS2 = 5;
var countOf = (p3, year) => year ? p3.events[year] ?? 0 : Object.values(p3.events).reduce((a4, b) => a4 + b, 0);
function shadesFor(counts) {
  const most = Math.max(1, ...counts);
  const steps = [...new Set(Array.from({ length: STEPS2 }, (_3, n2) => Math.max(1, Math.ceil(most ** ((n2 + 1) / STEPS2)))))];
  return { steps, of: (count) => count ? `shade-${Math.round((steps.findIndex((s3) => count <= s3) + 1) / steps.length * STEPS2)}` : "shade-0" };
}
function sums(all, year) {
  const today = all.filter((p3) => p3.today);
  return new Map(today.map((province) => {
    const parts = all.filter((p3) => p3.merged_into === province.id && p3.id !== province.id).map((p3) => ({ province: p3, count: countOf(p3, year) })).filter((p3) => p3.count);
    return [keyOf(province.name), { province, count: countOf(province, year) + parts.reduce((n2, p3) => n2 + p3.count, 0), parts }];
  }));
}
var events = (n2) => `${number(n2)} ${t3("events")}`;
function ProvinceShape({ outline, sum, shade }) {
  const label = `${outline.name}: ${events(sum?.count ?? 0)}`;
  const drawn2 = /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3("path", { d: outline.path }),
    outline.islands.map(({ dots }) => dots.map(([x2, y3], n2) => /* @__PURE__ */ a3("circle", { cx: x2, cy: y3, r: 1.7 }, n2))),
    /* @__PURE__ */ a3("title", { children: label })
  ] });
  const look = `province ${shade.of(sum?.count ?? 0)}`;
  if (!sum) return /* @__PURE__ */ a3("g", { class: look, children: drawn2 });
  return /* @__PURE__ */ a3("a", { class: look, href: entityAt(sum.province.id), "aria-label": label, onClick: (e3) => (e3.preventDefault(), go(entityAt(sum.province.id))), children: drawn2 });
}
function Drawing({ shapes, summed, shade }) {
  return /* @__PURE__ */ a3("svg", { class: "vietnam", viewBox: `0 0 ${SIZE[0]} ${SIZE[1]}`, role: "group", "aria-label": t3("map_label"), children: [
    Object.keys(INSETS).map((name) => {
      const [x2, y3, width, height] = INSETS[name].box;
      return /* @__PURE__ */ a3("g", { class: "inset", children: [
        /* @__PURE__ */ a3("rect", { x: x2, y: y3, width, height, rx: 2 }),
        /* @__PURE__ */ a3("text", { x: x2 + width / 2, y: y3 + 11, children: t3(name) })
      ] }, name);
    }),
    shapes.map((o4) => /* @__PURE__ */ a3(ProvinceShape, { outline: o4, sum: summed.get(o4.key), shade }, o4.key)),
    shapes.filter((o4) => (summed.get(o4.key)?.count ?? 0) > 0).map((o4) => /* @__PURE__ */ a3("text", { class: "number", x: o4.middle[0], y: o4.middle[1] + 3.5, children: summed.get(o4.key)?.count }, o4.key))
  ] });
}
function Tiles({ all, year }) {
  const former = new Map([...all.filter((p3) => p3.today && !all.some((q2) => q2.merged_into === p3.id && keyOf(q2.name) === keyOf(p3.name))), ...all.filter((p3) => !p3.today)].map((p3) => [keyOf(p3.name), p3]));
  const shade = shadesFor([...former.values()].map((p3) => countOf(p3, year)));
  return /* @__PURE__ */ a3("section", { children: [
    /* @__PURE__ */ a3("h2", { children: t3("tiles_title") }),
    /* @__PURE__ */ a3("p", { class: "aside", children: t3("tiles_lead") }),
    /* @__PURE__ */ a3("div", { class: "tiles", children: ROWS.flatMap((row, y3) => row.map((name, x2) => {
      if (!name) return null;
      const p3 = former.get(keyOf(name));
      const count = p3 ? countOf(p3, year) : 0;
      const inside = /* @__PURE__ */ a3($, { children: [
        /* @__PURE__ */ a3("span", { children: name }),
        " ",
        count > 0 && /* @__PURE__ */ a3("b", { children: count })
      ] });
      const look = { class: `tile ${shade.of(count)}`, style: { gridColumn: x2 + 1, gridRow: y3 + 1 }, title: `${name}: ${events(count)}` };
      return p3 ? /* @__PURE__ */ a3("a", { ...look, href: entityAt(p3.id), children: inside }, name) : /* @__PURE__ */ a3("span", { ...look, children: inside }, name);
    })) })
  ] });
}
function Years({ years, year }) {
  const at = (y3) => y3 ? `/map?year=${y3}` : "/map";
  return /* @__PURE__ */ a3("nav", { class: "filters", "aria-label": t3("year"), children: ["", ...years].map((y3) => /* @__PURE__ */ a3("a", { href: at(y3), "aria-current": y3 === year ? "true" : void 0, children: y3 || t3("all_years") }, y3)) });
}
function Legend({ shade }) {
  return /* @__PURE__ */ a3("ul", { class: "legend", "aria-label": t3("events"), children: [
    /* @__PURE__ */ a3("li", { children: [
      /* @__PURE__ */ a3("span", { class: "swatch shade-0" }),
      " ",
      t3("none")
    ] }),
    shade.steps.map((to, n2) => {
      const from = n2 ? shade.steps[n2 - 1] + 1 : 1;
      return /* @__PURE__ */ a3("li", { children: [
        /* @__PURE__ */ a3("span", { class: `swatch ${shade.of(to)}` }),
        " ",
        from === to ? to : `${from}–${to}`
      ] }, to);
    })
  ] });
}
var drawn = async (signal) => outlines(await (await fetch("/assets/provinces.json", { signal })).json());
function MapPage({ year }) {
  const asked2 = useAsked(provinces, []);
  const shapes = useAsked(drawn, []);
  useTitle(t3("map_title"));
  return /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3("h1", { children: t3("map_title") }),
    /* @__PURE__ */ a3(Answer, { asked: asked2, children: (it) => {
      const years = [...it.years].map(String).sort();
      const chosen = years.includes(year) ? year : "";
      const summed = sums(it.provinces, chosen);
      const ranked = [...summed.values()].filter((s3) => s3.count).sort((a4, b) => b.count - a4.count || a4.province.name.localeCompare(b.province.name, "vi"));
      const shade = shadesFor(ranked.map((s3) => s3.count));
      const before = !chosen || +chosen <= MERGER;
      return /* @__PURE__ */ a3($, { children: [
        years.length ? /* @__PURE__ */ a3(Years, { years, year: chosen }) : /* @__PURE__ */ a3("p", { class: "notice", children: t3("no_years") }),
        /* @__PURE__ */ a3("div", { class: "map-columns", children: [
          /* @__PURE__ */ a3("section", { children: [
            /* @__PURE__ */ a3("p", { class: "aside", children: before ? t3("map_summed") : t3("map_now") }),
            /* @__PURE__ */ a3(Answer, { asked: shapes, children: (o4) => /* @__PURE__ */ a3(Drawing, { shapes: o4, summed, shade }) }),
            /* @__PURE__ */ a3(Legend, { shade }),
            /* @__PURE__ */ a3("p", { class: "aside", children: t3("map_source") })
          ] }),
          before && /* @__PURE__ */ a3(Tiles, { all: it.provinces, year: chosen }),
          /* @__PURE__ */ a3("section", { children: [
            /* @__PURE__ */ a3("h2", { children: t3("ranking") }),
            /* @__PURE__ */ a3("ol", { class: "ranking", children: ranked.map(({ province, count, parts }) => /* @__PURE__ */ a3("li", { children: [
              /* @__PURE__ */ a3("a", { href: entityAt(province.id), children: province.name }),
              " ",
              /* @__PURE__ */ a3("b", { children: number(count) }),
              parts.length > 0 && /* @__PURE__ */ a3("span", { class: "aside", children: [
                " ",
                t3("of_which"),
                " ",
                parts.map((p3, n2) => /* @__PURE__ */ a3("span", { children: [
                  n2 > 0 && ", ",
                  /* @__PURE__ */ a3("a", { href: entityAt(p3.province.id), children: p3.province.name }),
                  keyOf(p3.province.name) === keyOf(province.name) && ` (${t3("before_merger")})`,
                  " ",
                  p3.count
                ] }, p3.province.id))
              ] })
            ] }, province.id)) })
          ] })
        ] })
      ] });
    } })
  ] });
}

// src/views/results.tsx
var KINDS = ["person", "post", "body", "province", "event", "change", "award", "rank"];
var PAGE = 30;
function Results({ query, kind }) {
  const [more, setMore] = d2([]);
  const asked2 = useAsked((s3) => search(query, kind, PAGE, 0, s3), [query, kind]);
  A2(() => setMore([]), [query, kind]);
  useTitle(query);
  const link = (to) => `/?${new URLSearchParams(to ? { q: query, kind: to } : { q: query })}`;
  return /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3("h1", { children: [
      t3("results_for"),
      " “",
      query,
      "”"
    ] }),
    /* @__PURE__ */ a3("nav", { class: "filters", "aria-label": t3("classes"), children: ["", ...KINDS].map((k2) => /* @__PURE__ */ a3("a", { href: link(k2), "aria-current": k2 === kind ? "true" : void 0, children: k2 ? kindName(k2) : t3("all") }, k2)) }),
    /* @__PURE__ */ a3(Answer, { asked: asked2, children: (found) => {
      const hits = [...found.hits, ...more];
      const next = async () => setMore([...more, ...(await search(query, kind, PAGE, hits.length)).hits]);
      return /* @__PURE__ */ a3($, { children: [
        /* @__PURE__ */ a3("p", { class: "aside", role: "status", children: found.total ? `${number(found.total)} ${t3("results")}` : t3("no_results") }),
        /* @__PURE__ */ a3("ul", { class: "briefs results", children: hits.map((b) => /* @__PURE__ */ a3(BriefLine, { brief: b }, b.id)) }),
        hits.length < found.total && /* @__PURE__ */ a3("button", { type: "button", onClick: next, children: t3("more") })
      ] });
    } })
  ] });
}

// src/views/sparql.tsx
var SCRIPT = "/assets/sparql.js";
var STYLE = "/assets/sparql.css";
var FIRST2 = `PREFIX vg: <https://w3id.org/vietgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX schema: <https://schema.org/>
SELECT ?who ?name ?event ?date WHERE {
  ?who vg:chaired ?event ; skos:prefLabel ?name .
  ?event schema:startDate ?date
}
ORDER BY DESC(?date)
LIMIT 50`;
function styled() {
  if (document.querySelector(`link[href="${STYLE}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLE });
  return new Promise((done, fail) => {
    link.onload = () => done();
    link.onerror = fail;
    document.head.append(link);
  });
}
var load2 = async () => {
  await styled();
  return import(
    /* the build leaves it a file of its own */
    "/assets/sparql.js"
  );
};
function SparqlPage({ query }) {
  const into = T2(null);
  const editor = T2(null);
  const [error, fail] = d2("");
  const saved = useAsked(questions, []);
  useTitle("SPARQL");
  A2(() => {
    let gone = false;
    const changed = (text) => rewrite(`/sparql-editor?${new URLSearchParams({ query: text })}`);
    load2().then((m3) => {
      if (!gone && into.current) editor.current = m3.open(into.current, query || FIRST2, changed);
    }, (e3) => fail(`${t3("editor_failed")} (${SCRIPT}): ${e3.message ?? e3}`));
    return () => {
      gone = true;
      editor.current?.close();
    };
  }, []);
  return /* @__PURE__ */ a3("div", { class: "sparql", "data-dark": isDark() ? "yes" : void 0, children: [
    /* @__PURE__ */ a3("h1", { children: "SPARQL" }),
    /* @__PURE__ */ a3("p", { class: "lead", children: [
      t3("sparql_lead"),
      " ",
      /* @__PURE__ */ a3("code", { children: [
        location.origin,
        "/sparql"
      ] })
    ] }),
    /* @__PURE__ */ a3("div", { class: "sparql-columns", children: [
      /* @__PURE__ */ a3("nav", { "aria-label": t3("questions"), children: [
        /* @__PURE__ */ a3("h2", { children: t3("questions") }),
        /* @__PURE__ */ a3(Answer, { asked: saved, children: (it) => /* @__PURE__ */ a3("ul", { class: "questions", children: it.questions.map((q2) => /* @__PURE__ */ a3("li", { children: /* @__PURE__ */ a3("button", { type: "button", class: "plain", onClick: () => editor.current?.ask(q2.query), children: q2.title[language()] }) }, q2.id)) }) })
      ] }),
      /* @__PURE__ */ a3("div", { children: [
        error && /* @__PURE__ */ a3("p", { class: "notice bad", role: "alert", children: error }),
        /* @__PURE__ */ a3("div", { ref: into, class: "editor" })
      ] })
    ] })
  ] });
}

// src/views/start.tsx
var COUNTED = ["articles", "people", "posts", "bodies", "provinces", "events", "facts"];
function Numbers({ it }) {
  return /* @__PURE__ */ a3("section", { "aria-label": t3("about_graph"), children: [
    /* @__PURE__ */ a3("dl", { class: "numbers", children: COUNTED.map((what) => /* @__PURE__ */ a3("div", { children: [
      /* @__PURE__ */ a3("dt", { children: t3(what) }),
      /* @__PURE__ */ a3("dd", { children: number(it.counts[what] ?? 0) })
    ] }, what)) }),
    it.span && /* @__PURE__ */ a3("p", { class: "aside", children: t3("told_between", day(it.span.from), day(it.span.to)) }),
    it.counts.articles === 0 && /* @__PURE__ */ a3("p", { class: "notice", children: t3("empty") })
  ] });
}
function Event2({ brief }) {
  return /* @__PURE__ */ a3("li", { class: "dated", children: [
    /* @__PURE__ */ a3("time", { dateTime: brief.date ?? void 0, children: day(brief.date) }),
    /* @__PURE__ */ a3(Mark, { shape: brief.shape, colour: brief.colour }),
    /* @__PURE__ */ a3("span", { children: [
      /* @__PURE__ */ a3("a", { href: entityAt(brief.id), children: brief.name }),
      /* @__PURE__ */ a3("span", { class: "aside", children: aside({ ...brief, date: null, caption: brief.caption.split(" · ").filter((c3) => c3 !== brief.date).join(" · ") }) })
    ] })
  ] });
}
function Start() {
  const asked2 = useAsked(overview, []);
  useTitle("");
  return /* @__PURE__ */ a3("div", { class: "start", children: [
    /* @__PURE__ */ a3("h1", { class: "masthead", children: asked2.value?.title || "vietgraph" }),
    /* @__PURE__ */ a3("p", { class: "tagline", children: t3("tagline") }),
    /* @__PURE__ */ a3(SearchBox, { focus: true, large: true }),
    /* @__PURE__ */ a3("p", { class: "aside help", children: t3("search_help") }),
    /* @__PURE__ */ a3(Answer, { asked: asked2, children: (it) => /* @__PURE__ */ a3($, { children: [
      /* @__PURE__ */ a3(Numbers, { it }),
      /* @__PURE__ */ a3("div", { class: "columns", children: [
        /* @__PURE__ */ a3("section", { children: [
          /* @__PURE__ */ a3("h2", { children: t3("newest_events") }),
          /* @__PURE__ */ a3("ul", { class: "briefs", children: it.newest.map((b) => /* @__PURE__ */ a3(Event2, { brief: b }, b.id)) })
        ] }),
        /* @__PURE__ */ a3("section", { children: [
          /* @__PURE__ */ a3("h2", { children: t3("best_connected") }),
          /* @__PURE__ */ a3("ul", { class: "briefs", children: it.connected.map((b) => /* @__PURE__ */ a3(BriefLine, { brief: b }, b.id)) }),
          it.conflicts + it.undecided > 0 && /* @__PURE__ */ a3("div", { class: "notice", children: [
            /* @__PURE__ */ a3("strong", { children: [
              t3("to_settle"),
              ":"
            ] }),
            " ",
            /* @__PURE__ */ a3("a", { href: "/conflicts", children: [it.conflicts && t3("open_conflicts", number(it.conflicts)), it.undecided && t3("open_namesakes", number(it.undecided))].filter(Boolean).join("; ") }),
            "."
          ] })
        ] })
      ] })
    ] }) })
  ] });
}

// src/app.tsx
function view({ path: path2, query }) {
  if (path2 === "/" && query.has("q")) return /* @__PURE__ */ a3(Results, { query: query.get("q") ?? "", kind: query.get("kind") ?? "" });
  if (path2 === "/") return /* @__PURE__ */ a3(Start, {});
  if (path2.startsWith("/e/")) return /* @__PURE__ */ a3(EntityPage, { id: path2.slice(3), asOf: query.get("as_of") ?? "" }, path2);
  if (path2 === "/graph") return /* @__PURE__ */ a3(GraphPage, {});
  if (path2 === "/map") return /* @__PURE__ */ a3(MapPage, { year: query.get("year") ?? "" });
  if (path2 === "/sparql-editor") return /* @__PURE__ */ a3(SparqlPage, { query: query.get("query") ?? "" });
  if (path2 === "/conflicts") return /* @__PURE__ */ a3(Conflicts, {});
  return /* @__PURE__ */ a3("p", { class: "notice bad", children: t3("not_found") });
}
var THEMES = ["auto", "light", "dark"];
function ThemeSwitch() {
  const [now2, set] = d2(theme());
  const next = THEMES[(THEMES.indexOf(now2) + 1) % THEMES.length];
  const icon = { auto: "◐", light: "☀", dark: "☾" }[now2];
  const name = t3(`theme_${now2}`);
  return /* @__PURE__ */ a3("button", { type: "button", class: "plain", title: name, "aria-label": name, onClick: () => (setTheme(next), set(next)), children: icon });
}
function LanguageSwitch() {
  const other = language() === "vi" ? "en" : "vi";
  return /* @__PURE__ */ a3("button", { type: "button", class: "plain", lang: other, onClick: () => setLanguage(other), children: t3("language") });
}
function App() {
  const place2 = usePlace();
  useFocusIn("main", place2);
  useEventTick("languagechange");
  const link = (href, name) => /* @__PURE__ */ a3("a", { href, "aria-current": place2.path === href ? "page" : void 0, children: name });
  const home = place2.path === "/" && !place2.query.has("q");
  return /* @__PURE__ */ a3($, { children: [
    /* @__PURE__ */ a3("a", { class: "skip", href: "#main", children: t3("skip") }),
    /* @__PURE__ */ a3("header", { class: "top", children: [
      /* @__PURE__ */ a3("a", { class: "brand", href: "/", children: "vietgraph" }),
      /* @__PURE__ */ a3("nav", { "aria-label": t3("main_menu"), children: [
        link("/graph", t3("graph")),
        link("/map", t3("map")),
        link("/conflicts", t3("conflicts")),
        link("/sparql-editor", t3("sparql"))
      ] }),
      !home && /* @__PURE__ */ a3(SearchBox, { text: place2.path === "/" ? place2.query.get("q") ?? "" : "" }),
      /* @__PURE__ */ a3("span", { class: "switches", children: [
        /* @__PURE__ */ a3(LanguageSwitch, {}),
        /* @__PURE__ */ a3(ThemeSwitch, {})
      ] })
    ] }),
    /* @__PURE__ */ a3("main", { id: "main", tabIndex: -1, class: place2.path === "/graph" ? "wide" : void 0, children: view(place2) }, language()),
    /* @__PURE__ */ a3("footer", { children: [
      /* @__PURE__ */ a3("p", { children: t3("footer") }),
      /* @__PURE__ */ a3("p", { children: [
        /* @__PURE__ */ a3("a", { href: "/api/openapi.json", children: t3("api") }),
        " · ",
        /* @__PURE__ */ a3("a", { href: "/.well-known/void", children: t3("description") })
      ] })
    ] })
  ] });
}
document.documentElement.lang = language();
applyTheme();
followLinks();
slashFocuses();
var page = document.getElementById("page");
page.textContent = "";
Q(/* @__PURE__ */ a3(App, {}), page);
