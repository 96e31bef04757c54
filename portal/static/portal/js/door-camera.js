// The telephone's camera, where the browser can read codes by itself.
(() => {
  const AGAIN = 3000;

  class Camera {
    constructor(video, found) {
      this.video = video;
      this.found = found;
      this.last = { text: "", at: 0 };
    }

    static async canRead() {
      if (!("BarcodeDetector" in globalThis) || !navigator.mediaDevices?.getUserMedia) return false;
      try {
        return (await globalThis.BarcodeDetector.getSupportedFormats()).includes("qr_code");
      } catch {
        return false;
      }
    }

    async start() {
      const detector = new globalThis.BarcodeDetector({ formats: ["qr_code"] });
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      this.video.srcObject = this.stream;
      await this.video.play();
      this.running = true;
      this.paused = false;
      this.look(detector);
      return this.stream.getVideoTracks()[0].getCapabilities?.().torch === true;
    }

    async look(detector) {
      while (this.running) {
        if (!this.paused) {
          try {
            const [code] = await detector.detect(this.video);
            if (code) this.saw(code.rawValue);
          } catch {
            // A frame that was not ready; the next one is.
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
    }

    // A code still in view is left alone for a while after its result.
    saw(text) {
      const now = Date.now();
      if (text === this.last.text && now - this.last.at < AGAIN) {
        this.last.at = now;
        return;
      }
      this.last = { text, at: now };
      this.found(text);
    }

    resume() {
      this.last.at = Date.now();
      this.paused = false;
    }

    async light(on) {
      const [track] = this.stream?.getVideoTracks() || [];
      await track?.applyConstraints({ advanced: [{ torch: on }] });
    }

    stop() {
      this.running = false;
      for (const track of this.stream?.getTracks() || []) track.stop();
    }
  }

  globalThis.door.Camera = Camera;
})();
